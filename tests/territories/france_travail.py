"""A France Travail of ours on the loopback: it replays what was written by hand, over real HTTP."""

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from territories.connectors.france_travail import PAGE, REACHABLE, FranceTravail


RECORDINGS = Path(__file__).with_name("recordings")
CANTAL = json.loads((RECORDINGS / "cantal.json").read_text(encoding="utf-8"))["resultats"]


@dataclass
class Api:
    """``offers`` are those of each département; ``mishaps`` are answered first, one per search."""

    offers: dict[str, list[dict]] = field(default_factory=dict)
    mishaps: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    tokens: int = 0
    token: str = "jeton"
    refuses_everyone: bool = False
    url: str = ""

    def client(self, **more):
        given = {
            "client_id": "fictif",
            "client_secret": "fictif",
            "token_url": f"{self.url}/jeton",
            "api_url": f"{self.url}/v2",
            "pause_seconds": 0,
        }
        return FranceTravail(**{**given, **more})


@contextmanager
def served(api):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            assert dict(parse_qsl(body))["grant_type"] == "client_credentials"
            api.tokens += 1
            if api.refuses_everyone:
                self.answer(401, {})
            else:
                self.answer(200, {"access_token": f"{api.token}-{api.tokens}", "expires_in": 1499})

        def do_GET(self):
            asked = dict(parse_qsl(urlsplit(self.path).query))
            api.asked.append(asked)
            if api.mishaps:
                status, headers = api.mishaps.pop(0)
                self.answer(status, {}, headers)
            elif self.headers["Authorization"] != f"Bearer {api.token}-{api.tokens}":
                self.answer(401, {})
            else:
                self.search(asked)

        def search(self, asked):
            found = [
                offer
                for offer in api.offers.get(asked["departement"], [])
                if asked.get("minCreationDate", "")
                <= offer.get("dateCreation", "2026")
                <= asked.get("maxCreationDate", "9")
            ]
            first, last = map(int, asked["range"].split("-"))
            if first > REACHABLE - PAGE or last >= REACHABLE:
                self.answer(400, {})
                return
            part = found[first : last + 1]
            if not part:
                self.answer(204, None)
                return
            span = f"offres {first}-{first + len(part) - 1}/{len(found)}"
            is_whole = len(part) == len(found)
            self.answer(200 if is_whole else 206, {"resultats": part}, {"Content-Range": span})

        def answer(self, status, content, headers=None):
            body = b"" if content is None else json.dumps(content).encode()
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        api.url = f"http://127.0.0.1:{server.server_port}"
        yield api
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
