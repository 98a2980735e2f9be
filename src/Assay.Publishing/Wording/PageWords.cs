namespace Assay.Publishing.Wording;

/// <summary>Every fixed word of the page, in the order in which a reader meets it.</summary>
internal static class PageWords
{
    public const string Language = "en";
    public const string Kicker = "Assay · an article’s claims beside the public record";
    public const string TitleEnd = "claims beside the record";
    public const string Untitled = "An article without a title";
    public const string SkipToClaims = "Skip to the article and its claims";
    public const string By = "By";
    public const string DateNotKnown = "date not known";
    public const string OriginalAt = "Original:";

    public const string FoundHeading = "What was found";
    public const string MachineMade = "A program made these findings from the records named at the end. No editor has signed them.";
    public const string KeyCaption = "Verdicts, their marks in the text and their claims";
    public const string NoClaimMark = "No claim";
    public const string NoClaimMeaning = "opinion, forecast, motive: listed at the end without a verdict";
    public const string MixedMark = "Several";
    public const string MixedMeaning = "the words belong to claims with different verdicts";
    public const string Sample = "words";

    public const string TextHeading = "The article and its claims";
    public const string QuotesOnly = "Only the sentences that hold a claim are shown. The rest of the article is not reproduced here.";
    public const string WithoutPlace = "Claims without a place in the text shown";
    public const string ClaimsHere = "Claims of this passage";

    public const string InTheText = "text";
    public const string SaidAgain = "again";
    public const string ArticleSays = "The article";
    public const string RecordSays = "The record";
    public const string AtALaterDay = "At a later day";
    public const string YearsAround = "The years around";
    public const string Year = "Year";
    public const string HowChecked = "How it was checked";
    public const string Question = "Question";
    public const string Time = "Time";
    public const string HowPut = "How it is put";
    public const string Marked = "Irony mark";
    public const string WordsTaken = "Words taken as";
    public const string Definition = "definition";
    public const string ReadingsHeading = "Its words can be taken in more than one way";
    public const string ReadingColumn = "Taken as";
    public const string AnswerColumn = "Verdict and what the record says";
    public const string MinorReading = "a minor reading: the verdict may stand without it";
    public const string NothingVague = "as written";
    public const string ProofHeading = "The proof";
    public const string ByRule = "rule";
    public const string NoSource = "no source";

    public const string ChangeHeading = "What would change this";
    public const string NoFlip = "No change of one of the rows it rests on flips this; it would take at least two.";

    public const string SharesTitle = "Who holds what part";
    public const string SharesTable = "The same in figures";
    public const string Holder = "Holder";
    public const string PartOfWhole = "Part of the whole";
    public const string Counted = "counted for the claim";
    public const string OtherHolders = "others";
    public const string UnknownPart = "not in the record";
    public const string ChainTitle = "The stakes behind it";
    public const string ChainList = "The same as a list";
    public const string HeldBy = "held by";
    public const string SeeAbove = "listed above";

    public const string NoClaimsHeading = "Passages that are no claims";
    public const string NoClaimsIntro = "They are listed with the reason. No record could show them right or wrong, so they have no verdict.";

    public const string RestsOnHeading = "What this rests on";
    public const string Pack = "Evidence pack";
    public const string PackVersion = "version";
    public const string NoPacks = "No evidence pack was loaded.";
    public const string SourcesCited = "Sources cited, each once";
    public const string RulesHash = "Rules, SHA-256:";
    public const string MadeBy = "Made by";
    public const string Replay = "Proofs replayed:";
    public const string OriginalArticle = "The article";
    public const string OriginalDisclaimer = "Its disclaimer:";
    public const string Licences = "The words of the article belong to its author and publisher and are quoted for review. Each evidence pack states the licence of its rows, and each row the source it was taken from. The program is under the Apache License 2.0.";
    public const string HowToObject = "A program made these findings and no editor has signed them. Every finding shows the rows it rests on. Whoever holds better evidence can add it to a pack and run the check again.";
}
