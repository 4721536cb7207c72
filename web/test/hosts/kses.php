<?php
// What WordPress publishes of a post in the classic editor: php kses.php WORDPRESS
// author|admin < post.html. An author may not write unfiltered HTML.
define('ABSPATH', rtrim($argv[1], '/') . '/');
define('WPINC', 'wp-includes');
define('WP_DEBUG', false);
foreach (['compat', 'load', 'plugin', 'functions', 'formatting', 'kses'] as $part) {
    require ABSPATH . WPINC . "/$part.php";
}

function current_user_can($capability) { return $GLOBALS['argv'][2] === 'admin'; }

kses_init();
echo wpautop(stripslashes(apply_filters('content_save_pre', addslashes(stream_get_contents(STDIN)))));
