"""The allocation engine: arrays in, arrays out, with a bound that anyone can check again."""
