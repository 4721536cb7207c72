<?php
// The markup of the block, with WordPress's own functions: php proxynet.test.php WORDPRESS
define( 'ABSPATH', rtrim( $argv[1], '/' ) . '/' );
define( 'WPINC', 'wp-includes' );
define( 'WP_DEBUG', false );
foreach ( array( 'compat', 'load', 'plugin', 'functions', 'formatting', 'kses', 'http' ) as $part ) {
	require ABSPATH . WPINC . "/$part.php";
}
// Options, in place of the database's.
function wp_cache_get( $key ) { return 'alloptions' === $key ? array( 'blog_charset' => 'UTF-8' ) : array(); }
function is_feed() { return $GLOBALS['feed']; }
function register_block_type( $folder, $settings ) { $GLOBALS['registered'] = array( $folder, $settings ); }
$feed = false;

require __DIR__ . '/proxynet.php';

$failed = 0;
function same( $name, $got, $want ) {
	global $failed;
	if ( $got !== $want ) {
		++$failed;
		fwrite( STDERR, "$name: got\n" . var_export( $got, true ) . "\nwant\n" . var_export( $want, true ) . "\n" );
	}
}

foreach ( array(
	'https://example.org/a/'                  => 'https://example.org/a/',
	' https://example.org/a/index.html#x=1 '  => 'https://example.org/a/',
	'https://example.org'                     => 'https://example.org/',
	'https://example.org:8443/a/?b=c'         => 'https://example.org:8443/a/',
	'http://example.org/a/'                   => '',
	'https://user:secret@example.org/'        => '',
	'javascript:alert(1)'                     => '',
	'//example.org/a/'                        => '',
	'"><script>alert(1)</script>'             => '',
	''                                        => '',
) as $address => $want ) {
	same( "address $address", proxynet_address( $address ), $want );
}
same( 'an address that is a list', proxynet_address( array( 'https://example.org/' ) ), '' );

$link = '<a href="https://example.org/a/"><img src="https://example.org/a/figure.png" width="390" alt="" style="max-width:100%;height:auto"><br>A &lt;b&gt; &amp; more</a>';
$block = array( 'src' => 'https://example.org/a/', 'title' => 'A <b> & more', 'select' => 'quds-force', 'focus' => '"><script>', 'as-of' => '2019', 'theme' => 'sepia', 'lang' => array( 'en' ) );
same( 'a post', proxynet_render( $block ), '<figure class="wp-block-proxynet-network"><script type="module" async src="https://example.org/a/embed.js"></script><proxy-network src="https://example.org/a/" select="quds-force" as-of="2019">' . $link . '</proxy-network></figure>' );
same( 'a title as WordPress saves an author’s', strpos( proxynet_render( array( 'title' => 'Smith &amp; Sons' ) + $block ), '<br>Smith &amp; Sons</a>' ) !== false, true );
$feed = true;
same( 'a feed', proxynet_render( $block ), '<figure class="wp-block-proxynet-network">' . $link . '</figure>' );
$feed = false;
same( 'no address', proxynet_render( array( 'title' => 'A' ) ), '' );

add_filter( 'proxynet_hosts', function () { return array( 'networks.example' ); } );
same( 'a host that is not allowed', proxynet_render( $block ), '' );
same( 'a host that is allowed', proxynet_address( 'https://networks.example/a/' ), 'https://networks.example/a/' );

do_action( 'init' );
same( 'the folder', $registered[0], __DIR__ );
$metadata = json_decode( file_get_contents( __DIR__ . '/block.json' ), true );
same( 'the attributes', array_values( array_diff( array_keys( $metadata['attributes'] ), array( 'src', 'title' ) ) ), array_keys( PROXYNET_ATTRIBUTES ) );

exit( $failed ? 1 : 0 );
