<?php
/**
 * Plugin Name: proxynet
 * Description: A block for networks made with proxynet: the picture of the network in the post, and the interactive graph when the reader comes near it.
 * Version: 1.0.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 *
 * The block stores only the address of the network's page and what it shows first. The
 * markup is made here when the post is shown, so that authors who may not write scripts
 * can use it, and a site that is left out below can embed nothing.
 *
 * @package proxynet
 */

defined( 'ABSPATH' ) || exit;

/** Attributes of <proxy-network> that a block may set, and what each may be. */
const PROXYNET_ATTRIBUTES = array(
	'select' => '/^[a-z0-9][a-z0-9-]*$/',
	'focus'  => '/^[a-z0-9][a-z0-9-]*$/',
	'step'   => '/^[a-z0-9][a-z0-9-]*$/',
	'as-of'  => '/^-?\d{4}(-\d\d){0,2}$/',
	'lang'   => '/^[a-z]{2,3}$/',
	'theme'  => '/^(light|dark|auto)$/',
);

/**
 * Returns the address of the folder that a network's page is in, or '' if it may not be
 * embedded: it must be https, without a user, query or fragment. A site can allow some
 * hosts only, with the filter 'proxynet_hosts', which returns a list of them.
 *
 * @param mixed $address As the author wrote it.
 */
function proxynet_address( $address ) {
	$parts = is_string( $address ) ? wp_parse_url( trim( $address ) ) : false;
	if ( ! $parts || 'https' !== ( $parts['scheme'] ?? '' ) || empty( $parts['host'] ) || isset( $parts['user'] ) ) {
		return '';
	}
	$hosts = apply_filters( 'proxynet_hosts', array() );
	if ( $hosts && ! in_array( $parts['host'], $hosts, true ) ) {
		return '';
	}
	$path = preg_replace( '~[^/]*$~', '', $parts['path'] ?? '/' );
	$port = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	return 'https://' . $parts['host'] . $port . ( '' === $path ? '/' : $path );
}

/**
 * Returns the markup of a block, '' without a valid address. Without scripts, and in
 * feeds and e-mail, it is the picture with a link to the page.
 *
 * @param array $attributes Of the block.
 */
function proxynet_render( $attributes ) {
	$address = proxynet_address( $attributes['src'] ?? '' );
	if ( '' === $address ) {
		return '';
	}
	$title = isset( $attributes['title'] ) && is_string( $attributes['title'] ) && '' !== trim( $attributes['title'] ) ? trim( $attributes['title'] ) : $address;
	$given = '';
	foreach ( PROXYNET_ATTRIBUTES as $name => $pattern ) {
		$value = $attributes[ $name ] ?? '';
		if ( is_string( $value ) && preg_match( $pattern, $value ) ) {
			$given .= ' ' . $name . '="' . esc_attr( $value ) . '"';
		}
	}
	$link   = '<a href="' . esc_url( $address ) . '"><img src="' . esc_url( $address . 'figure.png' ) . '" width="390" alt="" style="max-width:100%;height:auto"><br>' . esc_html( $title ) . '</a>';
	$figure = '<figure class="wp-block-proxynet-network">';
	if ( is_feed() ) {
		return $figure . $link . '</figure>';
	}
	return $figure . '<script type="module" async src="' . esc_url( $address . 'embed.js' ) . '"></script>' // phpcs:ignore WordPress.WP.EnqueuedResources
		. '<proxy-network src="' . esc_url( $address ) . '"' . $given . '>' . $link . '</proxy-network></figure>';
}

add_action(
	'init',
	function () {
		register_block_type( __DIR__, array( 'render_callback' => 'proxynet_render' ) );
	}
);
