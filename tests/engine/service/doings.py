"""What a clerk is given to do in tests: each leaves its mark in the workspace. It travels to a process by its name."""

import time

from pipeline.errors import Unavailable


def mark(house, _pace):
    with (house.racine / "fait").open("a") as file:
        file.write("x")


def fail(house, _pace):
    with (house.racine / "rate").open("a") as file:
        file.write("x")
    raise Unavailable("le SNE ne répond pas")


def be_sent_away(house, _pace):
    with (house.racine / "renvoye").open("a") as file:
        file.write("x")
    raise Unavailable("le serveur est occupé", retry_after_s=600.0)


def lose_the_disk(_house, _pace):
    raise OSError(28, "No space left on device", "/un/nom/de/personne")


def go_on_for_ever(house, pace):
    (house.racine / "commence").touch()
    while True:
        pace.step()
        time.sleep(0.01)


def hang(house, _pace):
    (house.racine / "commence").touch()
    time.sleep(600)
