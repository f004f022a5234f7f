"""A mail server that does what a test tells it to: just enough of RFC 5321 for smtplib."""

import socketserver
import threading


class MailServer(socketserver.ThreadingTCPServer):
    """Keeps what it takes in `mails`, as (recipients, bytes).

    `answers` maps a command, or "greeting", to what the server says; "nothing" lets the other side wait.
    """

    allow_reuse_address = daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.mails, self.answers, self.conversations = [], {}, 0
        self.port = self.server_address[1]
        self.thread = threading.Thread(target=self.serve_forever, args=[0.05])
        self.thread.start()

    def end(self):
        self.shutdown()
        self.thread.join()
        self.server_close()


class _Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        self.server.conversations += 1
        recipients = []
        self.say(self.server.answers.get("greeting", "220 here"))
        for line in self.rfile:
            command = line[:4].upper().decode()
            if command == "RCPT":
                recipients.append(line.decode().partition("<")[2].partition(">")[0])
            answer = self.server.answers.get(command)
            if answer == "nothing":
                return self.rfile.read()  # until the other side gives up
            if command == "DATA" and not answer:
                self.say("354 go on")
                content = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.server.mails.append((recipients, content))
                recipients = []
            self.say(answer or ("221 bye" if command == "QUIT" else "250 fine"))
            if command == "QUIT":
                return None

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())
