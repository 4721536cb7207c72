package file

import _ "embed"

// Schema is the JSON Schema (2020-12) of the author's file, with which editors
// complete it and check its shape as it is written.
//
//go:embed schema.json
var Schema []byte

// TranslationSchema is the JSON Schema of a translation's file.
//
//go:embed translation.schema.json
var TranslationSchema []byte

// SchemaName is what the schema's file is called beside a network's.
const SchemaName = "network.schema.json"
