"""What the program stands on: the machine, and the place where a workspace lies. Each fault is a French sentence."""

from pipeline.upkeep.installation.machine import faults_of_machine
from pipeline.upkeep.installation.place import faults_of_place, to_foresee

__all__ = ["faults_of_machine", "faults_of_place", "to_foresee"]
