/* The same facts for programs. Keys and enumerated values never depend on the
   language, the texts do; the output is always UTF-8. Each function prints one
   document on standard output; whether it went out, stdout knows. */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include <stddef.h>

#include "model/comparison.h"
#include "model/judgement.h"
#include "model/status.h"

void json_code(const struct code *code);
void json_comparison(const struct comparison *comparison);
void json_transcript(const struct transcript *transcript);

/* Prints reply codes and enhanced codes as one list. */
void json_list(const struct reply *const *entries, size_t count,
	       const struct status *const *status_entries, size_t status_count);

#endif
