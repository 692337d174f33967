"""The few sentences of the command-line library that operators would otherwise read in English."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import click
from click.types import OptionHelpExtra

USAGE_STATUS = 2
SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "Usage:": "Usage :",
        "Commands": "Commandes",
        "Show this message and exit.": "Affiche cette aide.",
    }
)


class _FrenchCommand(click.Command):
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = SENTENCES["Show this message and exit."]
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), SENTENCES["Usage:"] + " ")


class Required(click.Option):
    """An option that must be given, and says so in French."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as the library has it
        super().__init__(*args, **kwargs, required=True)

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        return {**super().get_help_extra(ctx), "required": "obligatoire"}


class FrenchGroup(_FrenchCommand, click.Group):
    """A group of commands whose help and errors are in French."""

    command_class = _FrenchCommand

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, self.commands[name].get_short_help_str(120)) for name in self.list_commands(ctx)]
        with formatter.section(SENTENCES["Commands"]):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the order of the day, not of the alphabet
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the library has it
        """Run, and say in French what was wrong with the command."""
        try:
            super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.ctx.get_help() if error.ctx else "")
        except click.ClickException as error:
            click.echo(f"Erreur : {_sentence(error)}", err=True)
            sys.exit(USAGE_STATUS)
        except click.Abort:
            click.echo("Interrompu.", err=True)
            sys.exit(1)


def _sentence(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return f"option inconnue : {error.option_name}."
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param is not None else ""
            return f"il manque {name}. Voyez --help."
        case click.BadParameter():
            return f"{_parameter(error)} : cette valeur ne convient pas{_expected(error)}."
        case click.UsageError():
            return f"{_misused(error.message)} Voyez --help."
        case _:
            return error.format_message()


def _parameter(error: click.BadParameter) -> str:
    if error.param_hint:
        return error.param_hint if isinstance(error.param_hint, str) else " ".join(error.param_hint)
    return error.param.human_readable_name if error.param is not None else "paramètre"


def _expected(error: click.BadParameter) -> str:
    kind = error.param.type if error.param is not None else None
    match kind:
        case click.Choice():
            return " (au choix : " + ", ".join(map(str, kind.choices)) + ")"
        case click.DateTime():
            return " (écrivez par exemple 2026-05-06)"
        case click.Path():
            return " (ce chemin n'existe pas, ou n'est pas du bon genre)"
        case click.types.IntParamType():
            return " (un nombre entier)"
    return ""


def _misused(message: str) -> str:
    if message.startswith("No such command"):
        return "Commande inconnue."
    if "extra argument" in message:
        return "Il y a un argument de trop."
    return "La commande est mal écrite."
