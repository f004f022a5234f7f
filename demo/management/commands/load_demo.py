"""Fills an empty hub with the demo content."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

import demo


class Command(BaseCommand):
    help = "Fill an empty hub with the demo content. A hub that has content is left alone."

    def add_arguments(self, parser):
        parser.add_argument(
            "--with-known-passwords",
            action="store_true",
            help="let the people of the demo sign in with the passwords that are printed, even where DEBUG is off",
        )

    def handle(self, *args, with_known_passwords=False, **options):
        if not demo.load(self.stdout, with_known_passwords=with_known_passwords or None):
            raise CommandError("Nothing was loaded.")
        if with_known_passwords or settings.DEBUG:
            for role, email, password in demo.SIGN_INS:
                self.stdout.write(f"  {role:<16} {email:<22} {password}")
