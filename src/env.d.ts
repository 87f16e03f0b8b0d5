/** Types that Astro adds to a build: `import.meta.env`, `.astro` modules and Markdown. */

/// <reference types="astro/client" />
