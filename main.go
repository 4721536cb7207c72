// Command proxynet checks, exports, builds and serves the network that an
// article describes, with the passages that support it.
package main

import (
	"io"
	"log"
	"os"
	"runtime/debug"

	"proxynet/network/visible"
	"proxynet/web/cli"
)

// verbs lists the verbs in the order of the usage message.
var verbs = []cli.Verb{
	{Name: "new", Run: cli.New, Help: "start a network for an article: new DIR --article FILE"},
	{Name: "quote", Run: cli.Quote, Help: "find words of an article for a passage: quote --article article.txt 'some words'"},
	{Name: "check", Run: cli.Check, Help: "check a network file and its quotes"},
	{Name: "rename", Run: cli.Rename, Help: "change the id of a record: rename OLD NEW --network network.yaml"},
	{Name: "merge", Run: cli.Merge, Help: "merge two records into one: merge KEEP OTHER --network network.yaml"},
	{Name: "remove", Run: cli.Remove, Help: "remove records: remove ID --network network.yaml"},
	{Name: "compare", Run: cli.Compare, Help: "list the claims that differ between two versions: compare OLD.yaml NEW.yaml"},
	{Name: "sign", Run: cli.Sign, Help: "sign claims after reading their evidence: sign ID --by NAME --network network.yaml"},
	{Name: "translate", Run: cli.Translate, Help: "write the texts that need translation: translate --network network.yaml --lang fa"},
	{Name: "schema", Run: cli.Schema, Help: "print the JSON Schema of the network file, for editors"},
	{Name: "import", Run: cli.Import, Help: "convert another program's file into a network: import FILE -o network.yaml"},
	{Name: "export", Run: cli.Export, Help: "convert a network for other programs"},
	{Name: "build", Run: cli.Build, Help: "write the static site of a network"},
	{Name: "serve", Run: cli.Serve, Help: "show a network in the browser, and reload it when its file is saved"},
	{Name: "edit", Run: cli.Edit, Help: "edit a network in the browser, and save it in place: edit network.yaml"},
	{Name: "desk", Run: cli.Desk, Help: "write the editor as a page that opens from a disk: desk -o desk.html"},
	{Name: "layout", Run: cli.Layout, Help: "lay out any graph: layout graph.json -o positions.json"},
	{Name: "metrics", Run: cli.Metrics, Help: "measure the quality of a picture or layout: metrics picture.svg, or metrics graph.json positions.json"},
	{Name: "version", Run: cli.Version, Help: "print the version, the commit and the Go version"},
}

// softMemory is the soft memory limit in bytes. With it, the largest allowed input
// takes less than 1 GB.
const softMemory = 700 << 20

// growth is the growth of the heap in percent after which garbage is collected,
// below that size. Most networks take a few megabytes.
const growth = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(growth)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softMemory)
	}
	log.SetOutput(visible.NewWriter(os.Stderr)) // for packages such as net/http
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run runs the command with the given arguments and returns its exit status.
func run(args []string, stdout, stderr io.Writer) int {
	return cli.Run(verbs, args, stdout, stderr)
}
