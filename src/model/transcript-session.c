#include "model/transcript-session.h"

void session_open(struct session *session)
{
	*session = (struct session){ .connected = true };
}

bool session_in_message(const struct session *session)
{
	return session->count && session->pending[session->first] == STAGE_END_OF_DATA;
}

void session_command(struct session *session, enum stage stage)
{
	session->begun = true;
	if (session->count == SESSION_COMMANDS) {
		session->first = (session->first + 1) % SESSION_COMMANDS;
		session->count--;
	}
	session->pending[(session->first + session->count++) % SESSION_COMMANDS] = stage;
}

enum stage session_answer(struct session *session, int code)
{
	/* One that was reached may refuse with any code. */
	bool greeting = !session->begun &&
			(code == 421 || code == 554 || (session->connected && code >= 400));
	enum stage stage;

	session->begun = true;
	stage = session->pending[session->first];
	/* 220 greets in another session, or answers STARTTLS. */
	if (code == 220 && (session->count == 0 || stage != STAGE_STARTTLS)) {
		session->count = 0;
		return STAGE_CONNECT;
	}
	if (session->count == 0)
		return greeting ? STAGE_CONNECT : STAGES;
	/* After 3yz the same command goes on; of DATA what follows is the message. */
	if (code / 100 == 3) {
		if (stage == STAGE_DATA)
			session->pending[session->first] = STAGE_END_OF_DATA;
		return stage;
	}
	session->first = (session->first + 1) % SESSION_COMMANDS;
	session->count--;
	return stage;
}
