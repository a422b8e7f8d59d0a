"""Facts about France and the programme, as files with their vintage, licence and checksum."""
