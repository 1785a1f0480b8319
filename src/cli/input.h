/* Text to be explained: files and standard input. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stdbool.h>

#include "cli/options.h"
#include "model/transcript.h"

/* Tells whether standard input is a pipe, a socket or a file, and so meant to be
   read. */
bool input_waits(void);

/* Opens what is to be read: the files that the options name, else standard input. Gives
   a list of descriptors that ends with -1, owned by the caller, or NULL after reporting
   why one cannot be read: a directory, a device that is no terminal, no such file. */
int *input_open(const struct options *options);

/* Tells whether one of them is a terminal, whose keys the explorer would take away. */
bool input_typed(const int *inputs);

/* Reads all of them to their ends. Gives false after reporting an error. */
bool input_read(const struct options *options, const int *inputs, struct transcript_reader *reader);

#endif
