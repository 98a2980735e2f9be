using Assay.Evidence;
using Assay.Publishing.Text;
using Assay.Publishing.Wording;

namespace Assay.Publishing.Desk;

/// <summary>A row of the record in a sentence.</summary>
public static class RowText
{
    /// <summary>The sentence, without a full stop.</summary>
    public static string Of(Statement row, EvidenceSnapshot evidence) => VisibleText.OnOneLine(RowWords.Of(row, evidence));
}
