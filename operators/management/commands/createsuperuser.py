"""Django's command of the same name asks a manager to write; here only services do."""

import os
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from operators.services import create_superuser


class Command(BaseCommand):
    help = "Create a person to whom Django's admin opens."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--first-name", required=True)
        parser.add_argument("--last-name", required=True)

    def handle(
        self, *_args: Any, email: str, first_name: str, last_name: str, **_options: Any
    ) -> None:
        password = os.environ.get("DJANGO_SUPERUSER_PASSWORD") or getpass("Password: ")
        try:
            validate_password(password)
            create_superuser(
                email=email,
                first_name=first_name,
                last_name=last_name,
                password=password,
                now=timezone.now(),
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{email} may open the admin.")
