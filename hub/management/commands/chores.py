"""`manage.py chores`: runs what must happen by itself and is due. Cron may call it at any moment."""

from django.core.management.base import BaseCommand, CommandError

from hub import chores


class Command(BaseCommand):
    help = "Run the chores that are due, and say what they did. The exit status is 1 if one of them failed."

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", metavar="name", help="only these, whether they are due or not")
        parser.add_argument("--all", action="store_true", dest="every_one", help="also those that are not due")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
        parser.add_argument("--list", action="store_true", dest="only_list", help="say which there are, and how often")

    def handle(self, *, names, every_one, dry_run, only_list, verbosity=1, **options):
        if only_list:
            for one in chores.all_chores():
                self.stdout.write(f"{one.name}: every {one.every}")
            return
        try:
            chosen = chores.named(names) if names else chores.all_chores() if every_one else chores.due_chores()
        except chores.UnknownChoreError as error:
            raise CommandError(str(error)) from error
        failed, begun = [], set()
        for outcome in chores.run(chosen, dry_run=dry_run, even_if_not_due=bool(names or every_one)):
            begun.add(outcome.chore)
            if outcome.error:
                failed.append(outcome.chore.name)
                self.stderr.write(f"{outcome.chore.name}: failed ({type(outcome.error).__name__}: {outcome.error})")
            elif outcome.said or verbosity > 1:
                self.stdout.write(f"{outcome.chore.name}: {outcome.said or 'Nothing to do.'}")
        for one in chosen if names or every_one else []:
            if one not in begun:
                self.stdout.write(f"{one.name}: another process is at it.")
        if failed:
            raise CommandError(f"Failed: {', '.join(failed)}. The log says why.")
