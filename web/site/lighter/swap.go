package lighter

const (
	// ebiten is the module that is made lighter.
	ebiten = "github.com/hajimehoshi/ebiten/v2"
	// version is the only one for which this was tested.
	version = "v2.10.0"
	// standIns is the path of the packages that replace others.
	standIns = "proxynet/web/site/lighter/"
)

// swap replaces an import in a file of Ebiten.
type swap struct {
	file    string // path in the module
	path    string // of the package that the file imports
	standIn string // folder of the package that it imports instead
	sum     string // SHA-256 of the file
}

var swaps = []swap{
	{"internal/debug/caller.go", "go/build", "build", "3399bb9882b1954d1e94569392ab06d695427b85c84af0c567ca2ffe7f9ffb02"},
	{"internal/thread/thread.go", "log/slog", "slog", "c4c8cc267764546102576d48f75456da3e84f9c32fadfc1a2537cf8e3d83c555"},
	{"internal/atlas/gpuresources.go", "log/slog", "slog", "3be72f1dddafff9a7454aef8e2dcfe7149f1f566618619976a57625cd94e8c10"},
	{"internal/graphicscommand/image_js.go", "archive/zip", "zip", "cc4b98f57f47ce6ae95cf42ee43337067834ce9f6810437b8a7af4ff69873359"},
	{"internal/graphicscommand/image.go", ebiten + "/internal/png", "png", "6b9bd9d670bcf338a5100db50ab7d2863c05ebdaa1d7b3c3df8e9f02a88015ff"},
	{"internal/vmguest/vmguest.go", ebiten + "/internal/vmprotocol", "vmprotocol", "7da531ef7c0bc7f81ac04333a3bbf013f707e47189cb06665d77d7bc32fc6abe"},
}

// compiler lists the files of Ebiten that put together, compile and translate
// shaders, with their SHA-256. The files that precompile generates replace them.
var compiler = []struct{ file, sum string }{
	{"internal/builtinshader/shader.go", "c37e473dfc068aa388ce180d730a56ba149aa1ae7ef1dab7939796a7a90e86a2"},
	{"internal/colormshader/shader.go", "64d3e7652dfab658e1035362d64d814c747fef693ac66f32684bddba7bc0ae32"},
	{"internal/graphics/shader.go", "7edded0133e4f78df63dbdae9ef43105a7ba03143eafd5d264ed6d693a704918"},
	{"internal/legacyshader/convert.go", "ba0edd363441e00f173f50b91293d3bbe09b41abc82724bae6b47a118e68bc11"},
	{"internal/legacyshader/deprecated.go", "385a2d053c24464b7a83a17003e1977520c496f627ff9c66d2519fd24d725ec6"},
	{"internal/legacyshader/legacyshader.go", "c7fd4caa2671f0cd4a59f158438cfa1dcb19d5cea4d58b356895b7619a2a7878"},
	{"internal/shaderir/glsl/glsl.go", "5a43a0f1cc7042b4945783f5d332446ea9cddcd25d750b543aaeb3fe5c3d7928"},
	{"internal/shaderir/glsl/type.go", "1b6491f4599894482fb95f5cb8f821d3ca59d64c4888b705ff8e29204cf60eba"},
}
