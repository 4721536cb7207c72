// Command proxynet checks, exports, builds and serves the network that an
// article describes, with the passages that say so.
package main

import (
	"io"
	"log"
	"os"
	"runtime/debug"

	"proxynet/network/visible"
	"proxynet/web/cli"
)

// verbs lists the verbs in the order of the help.
var verbs = []cli.Verb{
	{Name: "new", Run: cli.New, Help: "start a network for an article: new DIR --article FILE"},
	{Name: "quote", Run: cli.Quote, Help: "find words of an article for a passage: quote --article article.txt \"some words\""},
	{Name: "check", Run: cli.Check, Help: "check a network file and its quotes"},
	{Name: "rename", Run: cli.Rename, Help: "give a record another id: rename OLD NEW --network network.yaml"},
	{Name: "merge", Run: cli.Merge, Help: "make one record of two: merge KEEP OTHER --network network.yaml"},
	{Name: "remove", Run: cli.Remove, Help: "take records out: remove ID --network network.yaml"},
	{Name: "compare", Run: cli.Compare, Help: "list the claims that differ between two versions: compare OLD.yaml NEW.yaml"},
	{Name: "sign", Run: cli.Sign, Help: "sign claims after reading their evidence: sign ID --by NAME --network network.yaml"},
	{Name: "translate", Run: cli.Translate, Help: "write what is to be translated: translate --network network.yaml --lang fa"},
	{Name: "schema", Run: cli.Schema, Help: "print the JSON Schema of the network file, for editors"},
	{Name: "import", Run: cli.Import, Help: "make a network of another program's file: import FILE -o network.yaml"},
	{Name: "export", Run: cli.Export, Help: "write a network for other programs"},
	{Name: "build", Run: cli.Build, Help: "write the static site of a network"},
	{Name: "serve", Run: cli.Serve, Help: "show a network in the browser, and follow every save of its file"},
	{Name: "edit", Run: cli.Edit, Help: "edit a network in the browser, and save it in place: edit network.yaml"},
	{Name: "desk", Run: cli.Desk, Help: "write the editor as a page that opens from a disk: desk -o desk.html"},
	{Name: "layout", Run: cli.Layout, Help: "lay out any graph: layout graph.json -o positions.json"},
	{Name: "metrics", Run: cli.Metrics, Help: "judge a picture: metrics picture.svg, or metrics graph.json positions.json"},
	{Name: "version", Run: cli.Version, Help: "print the version, the commit and the Go version"},
}

// Exit statuses.
const (
	exitDone  = cli.Done
	exitFault = cli.Fault
	exitUsage = cli.Usage
)

// softMemory is the heap size in bytes beyond which garbage is collected more
// often: the largest input that is allowed then takes less than 1 GB.
const softMemory = 700 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softMemory)
	}
	log.SetOutput(visible.NewWriter(os.Stderr)) // of packages such as net/http
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run runs the command with the given arguments and returns its exit status.
func run(args []string, stdout, stderr io.Writer) int {
	return cli.Run(verbs, args, stdout, stderr)
}
