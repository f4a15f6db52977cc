"""What a server or a cloud storage did that made a read fail. Pure: reads GDAL's messages and its network log."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from engine.gdal.read_errors.reason import Reason
from engine.words import say

AGAIN = say("try again later, or download the file and give the copy")
ADDRESS = say("check the address and the network connection")
KEYS = {
    "s3": "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (or AWS_PROFILE), or AWS_NO_SIGN_REQUEST=YES",
    "gs": "GOOGLE_APPLICATION_CREDENTIALS, or GS_NO_SIGN_REQUEST=YES",
    "az": "AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_ACCESS_KEY, or AZURE_NO_SIGN_REQUEST=YES",
    "adls": "AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_ACCESS_KEY",
    "oss": "OSS_ACCESS_KEY_ID and OSS_SECRET_ACCESS_KEY",
    "swift": "SWIFT_STORAGE_URL and SWIFT_AUTH_TOKEN",
}
"""Environment variables by which GDAL signs in: https://gdal.org/en/stable/user/virtual_file_systems.html"""
BUSY = {
    429: say("too many requests"),
    500: say("internal error"),
    502: say("bad gateway"),
    503: say("busy"),
    504: say("gateway timeout"),
}

_CODE = re.compile(r"(?:response[_ ]code|status code|error code)[^:=]*[:=]\s*(?:on \S+: )?(\d+)", re.IGNORECASE)
_CODE_ON = re.compile(r"response code on (\S+): (\d+)", re.IGNORECASE)
_CURL = re.compile(r"(?:CURL error: |msg=|, error: )(.+)")
_URL = re.compile(r"https?://[^\s)'`\"?]+")
_PEER = re.compile(r"connect to (\S+) port (\d+)|resolve host: (\S+)")
_SECONDS = re.compile(r"last (\d+) seconds|after (\d+) (?:ms|milliseconds)")


def failed(name: str, said: Sequence[str]) -> Reason | None:
    """What the server did, where its last answer was a failure, or where it was not even asked for want of a key."""
    return _refused(name, said) or _answered(name, said)


def undecided(name: str, said: Sequence[str]) -> Reason | None:
    """What the server did, where it left open whether a file exists."""
    for line in said:
        if (found := _CODE_ON.search(line)) and (int(found[2]) == 0 or int(found[2]) in BUSY):
            file, host, code = found[1].partition("?")[0].rpartition("/")[2], _host(name, said), found[2]
            silent = say("{host} gave no answer when asked for {file} beside it", host=host, file=file)
            told = say("{host} answered {code} when asked for {file} beside it", host=host, code=code, file=file)
            return Reason(told if int(code) else silent, AGAIN)
    return None


def _answered(name: str, said: Sequence[str]) -> Reason | None:
    """What the server did, where its last answer was a failure."""
    code, text = _last_answer(said)
    if code is None:
        return None
    host = _host(name, said)
    if code in (401, 403):
        return Reason(say("{host} refuses access ({code})", host=host, code=code), _signing_in(name))
    if code in (404, 410):
        return Reason(
            say("{host} has no such file ({code})", host=host, code=code), say("check the address of the file")
        )
    if code in BUSY:
        return Reason(
            say("{host} answered {code} ({busy}), also when asked again", host=host, code=code, busy=BUSY[code]), AGAIN
        )
    if code:
        return Reason(say("{host} answered {code}", host=host, code=code), AGAIN)
    return _connection(host, text)


def _last_answer(said: Sequence[str]) -> tuple[int | None, str]:
    """Status and text of the last answer of a server; None where that was a success, or there was none."""
    code: int | None = None
    text = ""
    broken = False  # the answer whose status comes again was broken off
    for line in said:
        broken = broken and "Downloading" not in line
        if found := _CODE_ON.search(line):
            code, text = int(found[2]), ""
        elif found := _CODE.search(line):
            now = int(found[1])
            well = 200 <= now < 400
            code = code if well and broken else None if well else now
            text = text if broken or not now else ""
        if found := _CURL.search(line):
            code, text, broken = code or 0, found[1], True
    return code, text


def _connection(host: str, text: str) -> Reason:
    """A server that gave no answer at all."""
    low = text.lower()
    if "resolve" in low:
        return Reason(
            say("there is no address for {host}", host=host),
            say("{address}; behind a proxy, set GDAL_HTTP_PROXY=host:port", address=ADDRESS),
        )
    if "too slow" in low or "timed out" in low or "timeout" in low:
        found = _SECONDS.search(text)
        seconds = f"{int(found[1]) if found[1] else int(found[2]) / 1000:g} s" if found else say("its time")
        patience = "GDAL_HTTP_CONNECTTIMEOUT" if "onnect" in low else "GDAL_HTTP_LOW_SPEED_TIME"
        return Reason(
            say("{host} did not answer within {seconds}", host=host, seconds=seconds),
            say("{again}; to wait longer, set {patience}=60", again=AGAIN, patience=patience),
        )
    if "certificate" in low:
        hint = say(
            "check this computer's clock; for a certificate of your own organisation set CURL_CA_BUNDLE=FILE.pem"
        )
        return Reason(say("the certificate of {host} is not trusted ({text})", host=host, text=text), hint)
    if "ssl" in low or "tls" in low:
        return Reason(
            say("no secure connection to {host} ({text})", host=host, text=text),
            say("check the address: does the server speak https?"),
        )
    if "connect" in low and "reset" not in low:
        return Reason(
            say("{host} cannot be reached", host=host), say("{address}, and whether the server runs", address=ADDRESS)
        )
    return Reason(say("{host} broke off the transfer ({text})", host=host, text=text or say("no reason given")), AGAIN)


def _host(name: str, said: Sequence[str]) -> str:
    """The server in words."""
    if found := next((found for line in said if (found := _PEER.search(line))), None):
        return say("the server {name}", name=f"{found[1]}:{found[2]}" if found[2] else found[1] or found[3])
    found = _URL.search(name) or next((url for line in reversed(said) if (url := _URL.search(line))), None)
    if found:
        return say("the server {name}", name=urlsplit(found[0]).netloc.rpartition("@")[2])
    storage = _storage(name)
    return say("the storage {name}://", name=storage) if storage else say("the server")


def _storage(name: str) -> str:
    """The kind of cloud storage, a key of `KEYS`, or nothing."""
    found = re.search(r"/vsi(s3|gs|az|adls|oss|swift)(?:_streaming)?/|^(s3|gs|az|adls|oss|swift)://", name)
    return (found[1] or found[2]) if found else ""


def _signing_in(name: str) -> str:
    if keys := KEYS.get(_storage(name)):
        return say("set {keys} if it is public", keys=keys) if "NO_SIGN" in keys else say("set {keys}", keys=keys)
    return say(
        "sign in with GDAL_HTTP_USERPWD=name:password; an address with a signature may have expired: get a new one"
    )


def _refused(name: str, said: Sequence[str]) -> Reason | None:
    """Cloud storage that GDAL does not even ask without a key, or that refuses it."""
    text = " ".join(said)
    if re.search(r"NO_SIGN_REQUEST|_ACCESS_KEY|AUTH_TOKEN|[Cc]redentials|Azure CLI", text):
        return Reason(
            say("the storage {name}:// asks for a key, and none is given", name=_storage(name)), _signing_in(name)
        )
    if re.search(r"AccessDenied|Access ?Denied|SignatureDoesNotMatch|InvalidAccessKeyId|ExpiredToken", text):
        return Reason(say("the storage {name}:// refuses access", name=_storage(name)), _signing_in(name))
    if re.search(r"NoSuchKey|NoSuchBucket|key does not exist|bucket does not exist", text):
        return Reason(
            say("the storage {name}:// has no such file", name=_storage(name)),
            say("check the names of the bucket and the file"),
        )
    return None
