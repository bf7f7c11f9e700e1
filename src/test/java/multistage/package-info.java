/**
 * The lesson's claims, in the lesson's order: NaiveImageTest, MultiStageImageTest, ComparisonTest; read them first.
 * They import the facts, the assertions that judge them and what makes a method a claim, and nothing that talks to an engine.
 */
package multistage;
