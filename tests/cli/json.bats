#!/usr/bin/env bats
# Protects the JSON output: valid documents, keys and enumerated values that are
# the same in every language, and texts that follow the language.

load helper

# Asks a document with python's parser, which knows nothing of ours.
ask() {
	python3 -c "import json, sys; d = json.load(sys.stdin); print(($1))"
}

setup() {
	command -v python3 >/dev/null || skip 'python3 is not installed'
}

@test 'a code has the keys of the contract, in order' {
	keys="['code', 'title', 'class', 'category', 'standing', 'sources', 'stages', 'outcome', 'retry', 'closes', 'actor', 'description', 'when', 'fix', 'send', 'example', 'statuses', 'compare_with']"
	[ "$(se --json 251 | ask 'list(d)')" = "$keys" ]
	[ "$(se --json 599 | ask 'list(d)')" = "$keys" ]
	[ "$(se --json 251 | ask 'd["code"], d["class"], d["category"], d["standing"], d["outcome"], d["retry"], d["closes"], d["actor"]')" = \
		"(251, 2, 'mail system', 'standard', 'done', 'next-step', 'no', 'none')" ]
	[ "$(se --json 251 | ask 'd["stages"], d["statuses"], d["compare_with"]')" = \
		"(['RCPT', 'VRFY', 'ETRN'], ['X.3.6', 'X.5.0'], [250, 252, 551])" ]
	[ "$(se --json 251 | ask 'd["sources"][0]')" = \
		"{'name': 'RFC 5321', 'section': '3.4', 'url': 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.4'}" ]
}

@test 'an unassigned code: what is unknown is null or empty, and the status is 1' {
	run se --json 599
	[ "$status" -eq 1 ]
	[ "$(ask 'd["standing"], d["closes"], d["stages"], d["when"], d["example"], d["retry"]' <<<"$output")" = \
		"('unassigned', None, [], [], [], 'fix-first')" ]
}

@test 'a code seen in the wild names who sends it' {
	[ "$(se --json 571 | ask 'd["standing"], d["sources"][0]["section"], d["sources"][0]["url"], len(d["sources"][0]["name"]) > 10')" = \
		"('nonstandard', None, None, True)" ]
	[ "$(se --json 538 | ask 'd["standing"]')" = obsolete ]
}

@test 'an enhanced code' {
	[ "$(se --json 5.7.26 | ask 'list(d)')" = \
		"['status', 'last', 'title', 'class', 'category', 'standing', 'sources', 'outcome', 'retry', 'actor', 'description', 'vendors', 'fix', 'codes', 'compare_with']" ]
	[ "$(se --json 5.7.26 | ask 'd["status"], d["class"], d["standing"], d["retry"], d["codes"]')" = \
		"('5.7.26', 5, 'registered', 'fix-first', [550])" ]
	[ "$(se --json X.7.26 | ask 'd["status"], d["class"], d["outcome"], d["retry"]')" = \
		"('X.7.26', None, None, 'varies')" ]
	# Words for programs: the category is the subject, and a run says where it ends.
	[ "$(se --json 5.7.26 | ask 'd["category"], d["last"], d["vendors"][0]["name"]')" = \
		"('security and policy', None, 'Gmail')" ]
	[ "$USE_NLS" != yes ] || [ "$(se --json --lang=fr 5.7.606 | ask 'd["status"], d["last"]')" = \
		"('5.7.606', '5.7.649')" ]
}

@test 'a comparison' {
	[ "$(se --json 251 504 | ask 'list(d)')" = \
		"['a', 'b', 'summary', 'glance', 'differences', 'use', 'sources']" ]
	[ "$(se --json 251 504 | ask 'd["a"]["code"], d["b"]["code"]')" = '(251, 504)' ]
	[ "$(se --json 251 504 | ask '[g["field"] for g in d["glance"]]')" = \
		"['outcome', 'retry', 'closes', 'actor', 'stages', 'category', 'standing', 'sources']" ]
	[ "$(se --json 251 504 | ask 'd["glance"][0]')" = \
		"{'field': 'outcome', 'a': 'done', 'b': 'permanent-refusal', 'same': False}" ]
	[ "$(se --json 251 504 | ask 'len(d["differences"]) > 2 and len(d["use"]) >= 4')" = True ]
}

@test 'a comparison of enhanced codes leaves out the fields that neither has' {
	[ "$(se --json 5.1.1 5.1.2 | ask '[row["field"] for row in d["glance"]]')" = \
		"['outcome', 'retry', 'actor', 'category', 'standing', 'sources']" ]
	[ "$(se --json 550 5.1.1 | ask 'd["a"]["code"], d["b"]["status"], d["glance"][2]["b"]')" = \
		"(550, '5.1.1', None)" ]
}

@test 'a list and a search' {
	[ "$(se --json --list | ask 'len(d["entries"])')" = 87 ]
	[ "$(se --json --list 45x | ask '[e["code"] for e in d["entries"]]')" = \
		'[450, 451, 452, 453, 454, 455, 456, 458, 459]' ]
	[ "$(se --json --search=greylisting 450 | ask 'd["entries"][0]["code"]')" = 450 ]
	[ "$(se --json 45x | ask 'len(d["entries"])')" = 9 ]
}

@test 'words for programs do not follow the language, texts do' {
	needs_nls
	local fields='d["category"], d["standing"], d["stages"], d["outcome"], d["retry"], d["closes"], d["actor"]'
	for code in 211 334 421 450 550 599; do
		english="$(se --json "$code" | ask "$fields")"
		for lang in fr hi; do
			[ "$(se --json --lang=$lang "$code" | ask "$fields")" = "$english" ]
			[ "$(se --json --lang=$lang "$code" | ask 'd["description"]')" != \
				"$(se --json "$code" | ask 'd["description"]')" ]
		done
	done
}

@test 'the document is UTF-8 in every locale' {
	needs_nls
	LANG=C se --json --lang=hi 450 | iconv -f UTF-8 -t UTF-8 >/dev/null
	[ "$(LANG=C se --json --lang=fr 450 | ask '"î" in d["title"]')" = True ]
}
