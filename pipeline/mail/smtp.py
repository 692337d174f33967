"""The way out through a mail server. What it answers is sorted; only a session that never began is an error."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from email.message import EmailMessage
from typing import Literal

from pydantic import SecretStr

from pipeline.domain.address import is_address
from pipeline.errors import Defect, Denied, Misuse, Unavailable
from pipeline.mail.transport import Answer, Fate, of_address

Starttls = Literal["non", "si_offert", "exige"]
Command = Callable[..., tuple[int, bytes]]

# A server may take its time over a whole message, and giving up on it too early makes a second copy (RFC 1047):
# the last answer is waited for ten times longer than the others, as in RFC 5321, §4.5.3.2.
_LAST_ANSWER = 10
# « Authenticate first », « encrypt first »: said of us, never of the message nor of who it is for.
_OURSELVES = frozenset({530, 534, 535, 538})
_ENHANCED = re.compile(r"\d{3} (\d\.\d{1,3}\.\d{1,3})\b")
_NO_ANSWER = "sans réponse : la connexion s'est coupée ou le délai est passé"


class TransportSmtp:
    """Hands messages to ``host``, on one connection that is opened when first needed and kept until ``close``.

    ``starttls``: ``exige`` verifies the certificate (``SSL_CERT_FILE`` names other authorities than the
    system's). ``sender``: the envelope's. ``delay_s``: seconds that the server has for each answer.
    """

    def __init__(
        self,
        host: str,
        port: int,
        *,
        starttls: Starttls,
        credentials: tuple[str, SecretStr] | None,
        sender: str,
        delay_s: float,
    ) -> None:
        """Connect to nothing yet. Raises ``Misuse`` when a password would have to travel in clear."""
        if credentials is not None and starttls == "non":
            raise Misuse("mel.mot_de_passe ne part jamais en clair : mettez mel.starttls à « exige ».")
        self._host, self._port = host, port
        self._starttls = starttls
        self._credentials = credentials
        self._sender = sender
        self._delay_s = delay_s
        self._smtp: smtplib.SMTP | None = None

    def send(self, message: EmailMessage, to: Sequence[str]) -> Mapping[str, Answer]:
        """Send ``message`` to those of ``to`` that the server accepts, in one transaction; see ``Transport``.

        Raises ``Unavailable`` when no session began (``Denied``: our password is refused), ``Defect`` when
        what is bound for the envelope is not an address.
        """
        if not all(is_address(address) for address in (self._sender, *to)):
            raise Defect("a value bound for the envelope of a mail is not one address")
        # As ASCII lines that any server takes; of our messages, which are so already, this changes no byte.
        content = message.as_bytes(policy=message.policy.clone(linesep="\r\n", cte_type="7bit"))
        smtp = self._session()
        opening = _asked(smtp.mail, self._sender)
        if opening.fate is not Fate.SENT:
            return dict.fromkeys(to, opening)
        answers = {address: _of_address(_asked(smtp.rcpt, address)) for address in to}
        accepted = [address for address, answer in answers.items() if answer.fate is Fate.SENT]
        if accepted:
            answers |= dict.fromkeys(accepted, self._delivered(smtp, content))
        return answers

    def close(self) -> None:
        """Take leave of the server, if it is still there."""
        if self._smtp is not None:
            _asked(self._smtp.quit)
            self._smtp.close()
        self._smtp = None

    def _session(self) -> smtplib.SMTP:
        """Return the open session, cleared of the last message, or a new one when the server closed it."""
        if self._smtp is not None and _asked(self._smtp.rset).fate is Fate.SENT:
            return self._smtp
        self.close()
        try:
            self._smtp = self._opened()
        except OSError as error:  # of which all that smtplib and ssl raise
            raise _unopened(error) from error
        return self._smtp

    def _opened(self) -> smtplib.SMTP:
        """Connect, encrypt, authenticate. Raises ``OSError``, or ``Unavailable`` where TLS is wanting."""
        with ExitStack() as undo:
            smtp = self._connected()
            undo.callback(smtp.close)
            smtp.ehlo_or_helo_if_needed()
            if self._starttls != "non":
                self._encrypt(smtp)
            if self._credentials is not None:
                user, password = self._credentials
                smtp.login(user, password.get_secret_value())
            undo.pop_all()
        return smtp

    def _connected(self) -> smtplib.SMTP:
        try:
            return smtplib.SMTP(self._host, self._port, timeout=self._delay_s)
        except UnicodeError as error:  # from the encoding of international names, whatever the name
            raise Misuse("mel.hote (PLI_MEL_HOTE) : ce n'est pas le nom d'une machine.") from error

    def _encrypt(self, smtp: smtplib.SMTP) -> None:
        """Go over to TLS when offered. A handshake that fails is never followed by the same thing in clear."""
        if smtp.has_extn("starttls"):
            smtp.starttls(context=self._tls())
            smtp.ehlo_or_helo_if_needed()
        elif self._starttls == "exige" or self._credentials is not None:
            raise Unavailable("le serveur de mel n'offre pas de liaison chiffrée (STARTTLS) : rien ne part en clair")

    def _tls(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        if self._starttls == "si_offert" and self._credentials is None:
            # Who may send in clear gains nothing by refusing to encrypt for a stranger (RFC 7435): encrypting
            # without verifying stops whoever only listens, which is all that « if offered » can promise.
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        return context

    def _delivered(self, smtp: smtplib.SMTP, content: bytes) -> Answer:
        if smtp.sock is not None:
            smtp.sock.settimeout(self._delay_s * _LAST_ANSWER)
        answer = _asked(smtp.data, content)
        if smtp.sock is not None:
            smtp.sock.settimeout(self._delay_s)
        return answer


def _asked(command: Command, *words: str | bytes) -> Answer:
    """Give one command and sort its answer; silence is an answer too, after which smtplib has closed."""
    try:
        code, said = command(*words)
    except smtplib.SMTPDataError as error:  # the content was not asked for: nothing left, whatever the words
        return _answer(error.smtp_code, error.smtp_error, done=Fate.LATER)
    except OSError:
        return Answer(Fate.LATER, _NO_ANSWER, heard=False)
    return _answer(code, said, done=Fate.SENT)


def _answer(code: int, said: bytes | str, *, done: Fate) -> Answer:
    fate = {2: done, 5: Fate.REFUSED}.get(code // 100, Fate.LATER)
    return Answer(Fate.LATER if code in _OURSELVES else fate, f"{code} {_text(said)}")


def _of_address(answer: Answer) -> Answer:
    """Tell a refusal of the address from a refusal of the message that is said at its turn."""
    if answer.fate is not Fate.REFUSED:
        return answer
    status = _ENHANCED.match(answer.text)
    return replace(answer, fate=of_address(status[1] if status else ""))


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said


def _unopened(error: OSError) -> Unavailable:
    """Say in French why there is no session."""
    match error:
        case smtplib.SMTPAuthenticationError(smtp_code=int(code)) if code >= 500:
            return Denied("le serveur de mel refuse mel.utilisateur ou mel.mot_de_passe")
        case smtplib.SMTPResponseException(smtp_code=code, smtp_error=said):
            told = Answer(Fate.LATER, f"{code} {_text(said)}").text
            return Unavailable(f"le serveur de mel n'ouvre pas de session : {told}")
        case smtplib.SMTPServerDisconnected():
            return Unavailable("le serveur de mel a coupé la connexion, ou n'a rien dit à temps")
        case smtplib.SMTPException():
            return Unavailable("le serveur de mel n'offre aucune façon connue de s'authentifier")
        case ssl.SSLCertVerificationError(verify_message=reason):
            return Unavailable(f"le certificat du serveur de mel ne se vérifie pas : {reason}")
        case ssl.SSLError(reason=reason):
            return Unavailable(f"la liaison chiffrée avec le serveur de mel ne s'établit pas : {reason}")
        case _:
            return Unavailable(f"le serveur de mel ne répond pas : {error.strerror or 'délai passé'}")
