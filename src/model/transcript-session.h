/* Which command of a session a reply answers. */
#ifndef MODEL_TRANSCRIPT_SESSION_H
#define MODEL_TRANSCRIPT_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "model/taxonomy.h"

#define SESSION_COMMANDS 128

/* The commands that are not answered yet; a client may send several at once
   (RFC 2920). A zeroed struct is the beginning of a session. */
struct session {
	enum stage pending[SESSION_COMMANDS];  /* a ring */
	size_t first;
	size_t count;
	bool begun;      /* a command or a reply was met */
	bool connected;  /* the client told that it reached the server */
};

/* Notes that a client reached the server: what it writes next is the greeting. */
void session_open(struct session *session);

/* Tells whether what the client writes now is a message, not commands. */
bool session_in_message(const struct session *session);

/* Notes a command. Of more than SESSION_COMMANDS the oldest is forgotten. */
void session_command(struct session *session, enum stage stage);

/* Gives what a reply answers, STAGES where no command waits. */
enum stage session_answer(struct session *session, int code);

#endif
