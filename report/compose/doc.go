// Package compose makes documents of results. A kind of document is a file of templates/reports; run over what may be told, in one
// language, it gives Markdown, and that a Document with its figures, which layout puts on pages.
//
// Here is what kinds share, from the ground up: Source (what documents are made of), FactoryText (sentences and numbers of one
// factory in a language: AreaText, LimitText, ChangeOf …), Programme (all factories of it) and Template (a kind in a language). What a
// template may use is the data of its kind, a package each:
//
//	scorecard   per: factory      one factory
//	quarterly   per: programme    all factories, for those who run the programme
//	disclosure  public: true      all factories, for everyone
//
// Every word comes from the language files, every value from the data is escaped. What may be said at all, package told has decided.
package compose
