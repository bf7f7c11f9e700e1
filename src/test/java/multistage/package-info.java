/**
 * The lesson's claims, in the lesson's order: NaiveImageTest, MultiStageImageTest, ComparisonTest. Read them first.
 * They judge facts by the assertions and import nothing that talks to an engine.
 */
package multistage;
