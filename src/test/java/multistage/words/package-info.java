/**
 * Facts, amounts and messages in words, English and French, each from one file a language.
 * Imports the facts, how a page marks code, and Jackson.
 */
package multistage.words;
