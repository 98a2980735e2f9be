namespace Assay.Publishing.Wording;

/// <summary>The fixed words of the terminal views.</summary>
internal static class TerminalWords
{
    public const string Question = "Question  ";
    public const string Article = "Article   ";
    public const string Record = "Record    ";
    public const string Why = "Why       ";
    public const string Time = "Time      ";
    public const string Put = "Put       ";
    public const string Note = "Note      ";
    public const string Later = "Later     ";
    public const string Because = "Because   ";
    public const string Row = "Row       ";
    public const string Year = "Year      ";
    public const string TakenAs = "Taken as  ";
    public const string Change = "Change    ";
    public const string Surely = "surely";
    public const string Could = "could";
    public const string Partly = "partly";
    public const string MissingRow = "what is missing";
    public const string NoGaps = "No row is missing: every claim that the record was asked about is decided.";
    public const string Also = "Reading   ";
}
