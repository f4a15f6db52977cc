"""What a server or a cloud storage did that made a read fail. Pure: reads GDAL's messages and its network log."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from engine.gdal.read_errors.reason import Reason

AGAIN = "try again later, or download the file and give the copy"
ADDRESS = "check the address and the network connection"
KEYS = {
    "s3": "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (or AWS_PROFILE), or AWS_NO_SIGN_REQUEST=YES",
    "gs": "GOOGLE_APPLICATION_CREDENTIALS, or GS_NO_SIGN_REQUEST=YES",
    "az": "AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_ACCESS_KEY, or AZURE_NO_SIGN_REQUEST=YES",
    "adls": "AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_ACCESS_KEY",
    "oss": "OSS_ACCESS_KEY_ID and OSS_SECRET_ACCESS_KEY",
    "swift": "SWIFT_STORAGE_URL and SWIFT_AUTH_TOKEN",
}
"""Environment variables by which GDAL signs in: https://gdal.org/en/stable/user/virtual_file_systems.html"""
BUSY = {429: "too many requests", 500: "internal error", 502: "bad gateway", 503: "busy", 504: "gateway timeout"}

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
            what = f"answered {found[2]}" if int(found[2]) else "gave no answer"
            file = found[1].partition("?")[0].rpartition("/")[2]
            return Reason(f"{_host(name, said)} {what} when asked for {file} beside it", AGAIN)
    return None


def _answered(name: str, said: Sequence[str]) -> Reason | None:
    """What the server did, where its last answer was a failure."""
    code, text = _last_answer(said)
    if code is None:
        return None
    host = _host(name, said)
    if code in (401, 403):
        return Reason(f"{host} refuses access ({code})", _signing_in(name))
    if code in (404, 410):
        return Reason(f"{host} has no such file ({code})", "check the address of the file")
    if code in BUSY:
        return Reason(f"{host} answered {code} ({BUSY[code]}), also when asked again", AGAIN)
    if code:
        return Reason(f"{host} answered {code}", AGAIN)
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
        return Reason(f"there is no address for {host}", f"{ADDRESS}; behind a proxy, set GDAL_HTTP_PROXY=host:port")
    if "too slow" in low or "timed out" in low or "timeout" in low:
        found = _SECONDS.search(text)
        seconds = f"{int(found[1]) if found[1] else int(found[2]) / 1000:g} s" if found else "its time"
        patience = "GDAL_HTTP_CONNECTTIMEOUT" if "onnect" in low else "GDAL_HTTP_LOW_SPEED_TIME"
        return Reason(f"{host} did not answer within {seconds}", f"{AGAIN}; to wait longer, set {patience}=60")
    if "certificate" in low:
        hint = "check this computer's clock; for a certificate of your own organisation set CURL_CA_BUNDLE=FILE.pem"
        return Reason(f"the certificate of {host} is not trusted ({text})", hint)
    if "ssl" in low or "tls" in low:
        return Reason(f"no secure connection to {host} ({text})", "check the address: does the server speak https?")
    if "connect" in low and "reset" not in low:
        return Reason(f"{host} cannot be reached", f"{ADDRESS}, and whether the server runs")
    return Reason(f"{host} broke off the transfer ({text or 'no reason given'})", AGAIN)


def _host(name: str, said: Sequence[str]) -> str:
    """The server in words."""
    if found := next((found for line in said if (found := _PEER.search(line))), None):
        return f"the server {found[1] or found[3]}{f':{found[2]}' if found[2] else ''}"
    found = _URL.search(name) or next((url for line in reversed(said) if (url := _URL.search(line))), None)
    if found:
        return f"the server {urlsplit(found[0]).netloc.rpartition('@')[2]}"
    storage = _storage(name)
    return f"the storage {storage}://" if storage else "the server"


def _storage(name: str) -> str:
    """The kind of cloud storage, a key of `KEYS`, or nothing."""
    found = re.search(r"/vsi(s3|gs|az|adls|oss|swift)(?:_streaming)?/|^(s3|gs|az|adls|oss|swift)://", name)
    return (found[1] or found[2]) if found else ""


def _signing_in(name: str) -> str:
    if keys := KEYS.get(_storage(name)):
        return f"set {keys} if it is public"[: None if "NO_SIGN" in keys else -len(" if it is public")]
    return "sign in with GDAL_HTTP_USERPWD=name:password; an address with a signature may have expired: get a new one"


def _refused(name: str, said: Sequence[str]) -> Reason | None:
    """Cloud storage that GDAL does not even ask without a key, or that refuses it."""
    text = " ".join(said)
    if re.search(r"NO_SIGN_REQUEST|_ACCESS_KEY|AUTH_TOKEN|[Cc]redentials|Azure CLI", text):
        return Reason(f"the storage {_storage(name)}:// asks for a key, and none is given", _signing_in(name))
    if re.search(r"AccessDenied|Access ?Denied|SignatureDoesNotMatch|InvalidAccessKeyId|ExpiredToken", text):
        return Reason(f"the storage {_storage(name)}:// refuses access", _signing_in(name))
    if re.search(r"NoSuchKey|NoSuchBucket|key does not exist|bucket does not exist", text):
        return Reason(f"the storage {_storage(name)}:// has no such file", "check the names of the bucket and the file")
    return None
