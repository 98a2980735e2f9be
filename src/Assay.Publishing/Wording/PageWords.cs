namespace Assay.Publishing.Wording;

/// <summary>Every fixed word of the page, in the order in which a reader meets it.</summary>
internal static class PageWords
{
    public static string Language => Words.Of("Language");
    public static string Kicker => Words.Of("Kicker");
    public static string TitleEnd => Words.Of("TitleEnd");
    public static string Untitled => Words.Of("Untitled");
    public static string SkipToClaims => Words.Of("SkipToClaims");
    public static string By => Words.Of("By");
    public static string DateNotKnown => Words.Of("DateNotKnown");
    public static string OriginalAt => Words.Of("OriginalAt");

    public static string FoundHeading => Words.Of("FoundHeading");
    public static string MachineMade => Words.Of("MachineMade");
    public static string KeyCaption => Words.Of("KeyCaption");
    public static string NoClaimMark => Words.Of("NoClaimMark");
    public static string NoClaimMeaning => Words.Of("NoClaimMeaning");
    public static string MixedMark => Words.Of("MixedMark");
    public static string MixedMeaning => Words.Of("MixedMeaning");
    public static string Sample => Words.Of("Sample");

    public static string TextHeading => Words.Of("TextHeading");
    public static string QuotesOnly => Words.Of("QuotesOnly");
    public static string WithoutPlace => Words.Of("WithoutPlace");
    public static string ClaimsHere => Words.Of("ClaimsHere");

    public static string InTheText => Words.Of("InTheText");
    public static string SaidAgain => Words.Of("SaidAgain");
    public static string ArticleSays => Words.Of("ArticleSays");
    public static string RecordSays => Words.Of("RecordSays");
    public static string AtALaterDay => Words.Of("AtALaterDay");
    public static string YearsAround => Words.Of("YearsAround");
    public static string Year => Words.Of("Year");
    public static string HowChecked => Words.Of("HowChecked");
    public static string Question => Words.Of("Question");
    public static string Time => Words.Of("Time");
    public static string HowPut => Words.Of("HowPut");
    public static string Marked => Words.Of("Marked");
    public static string WordsTaken => Words.Of("WordsTaken");
    public static string Definition => Words.Of("Definition");
    public static string ReadingsHeading => Words.Of("ReadingsHeading");
    public static string ReadingColumn => Words.Of("ReadingColumn");
    public static string AnswerColumn => Words.Of("AnswerColumn");
    public static string MinorReading => Words.Of("MinorReading");
    public static string NothingVague => Words.Of("NothingVague");
    public static string ProofHeading => Words.Of("ProofHeading");
    public static string ByRule => Words.Of("ByRule");
    public static string NoSource => Words.Of("NoSource");

    public static string ChangeHeading => Words.Of("ChangeHeading");
    public static string NoFlip => Words.Of("NoFlip");

    public static string SharesTitle => Words.Of("SharesTitle");
    public static string SharesTable => Words.Of("SharesTable");
    public static string Holder => Words.Of("Holder");
    public static string PartOfWhole => Words.Of("PartOfWhole");
    public static string Counted => Words.Of("Counted");
    public static string OtherHolders => Words.Of("OtherHolders");
    public static string UnknownPart => Words.Of("UnknownPart");
    public static string ChainTitle => Words.Of("ChainTitle");
    public static string ChainList => Words.Of("ChainList");
    public static string HeldBy => Words.Of("HeldBy");
    public static string SeeAbove => Words.Of("SeeAbove");

    public static string NoClaimsHeading => Words.Of("NoClaimsHeading");
    public static string NoClaimsIntro => Words.Of("NoClaimsIntro");

    public static string RestsOnHeading => Words.Of("RestsOnHeading");
    public static string Pack => Words.Of("Pack");
    public static string PackVersion => Words.Of("PackVersion");
    public static string NoPacks => Words.Of("NoPacks");
    public static string SourcesCited => Words.Of("SourcesCited");
    public static string RulesHash => Words.Of("RulesHash");
    public static string MadeBy => Words.Of("MadeBy");
    public static string Replay => Words.Of("Replay");
    public static string OriginalArticle => Words.Of("OriginalArticle");
    public static string OriginalDisclaimer => Words.Of("OriginalDisclaimer");
    public static string Licences => Words.Of("Licences");
    public static string HowToObject => Words.Of("HowToObject");
}
