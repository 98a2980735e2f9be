using Assay.Evidence;
using Assay.Formats.Imports;

namespace Assay.Formats.Gleif;

/// <summary>Identifiers and code words of the register's files, and what is said where they are wrong.</summary>
internal static class GleifIds
{
    // What is cited of a wrong cell.
    private const int MostCited = 60;

    /// <summary>Reads a legal entity identifier; reports one that is none.</summary>
    public static bool TryRead(string text, string field, int line, ImportSink sink, out string lei)
    {
        text = text.Trim();
        if (Lei.TryParse(text, out _))
        {
            lei = text.ToUpperInvariant();
            return true;
        }
        lei = "";
        if (text.Length == 0) sink.Report(line, "no-lei", $"nothing in {field}", "a legal entity identifier", "correct it in the file; the record is left out");
        else if (Lei.HasForm(text)) sink.Report(line, "lei-check-digits", $"'{text}' in {field}", $"the check digits {Lei.CheckDigits(text.AsSpan(0, 18))} of ISO 17442", "correct it in the file; the record is left out");
        else sink.Report(line, "bad-lei", $"'{Cited(text)}' in {field}", "18 letters and digits, then 2 check digits (ISO 17442)", "correct it in the file; the record is left out");
        return false;
    }

    /// <summary>Reports a word that is none of the standard's list.</summary>
    public static void ReportWord(string word, string field, int line, ImportSink sink) =>
        sink.Report(line, "unknown-word", word.Length == 0 ? $"nothing in {field}" : $"'{Cited(word)}' in {field}", "a word of the standard's list", "correct it in the file; the record is left out");

    /// <summary>A text, cut where it is long.</summary>
    public static string Cited(string text, int most = MostCited) => text.Length <= most ? text : text[..most] + "…";
}
