/** What the project takes from others, held to docs/dependencies.md. Imports nothing of the project. */
package multistage.dependencies;
