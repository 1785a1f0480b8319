/* Prints the keys of each row of the key table as the manual writes them, one row a
   line: "Up, k". */
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "page/glyph.h"
#include "ui/keymap.h"

int main(void)
{
	i18n_init(getenv("SMTPEXPLORE_LOCALEDIR"), NULL);
	/* Arrows by their names. */
	glyph_use_ascii(true);
	for (size_t i = 0; i < bindings_count; i++)
		for (size_t k = 0; k < BINDING_KEYS && bindings[i].keys[k]; k++) {
			bool last = k + 1 == BINDING_KEYS || !bindings[i].keys[k + 1];
			char *name = keymap_name(bindings[i].keys[k]);

			printf("%s%s", name, last ? "\n" : ", ");
			free(name);
		}
	return 0;
}
