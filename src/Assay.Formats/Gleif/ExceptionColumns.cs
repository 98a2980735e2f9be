using Sylvan.Data.Csv;

namespace Assay.Formats.Gleif;

/// <summary>The columns of the golden copy of reporting exceptions (<c>repex</c>).</summary>
internal sealed class ExceptionColumns : GleifColumns<ExceptionRecord>
{
    /// <summary>Without these no record can be read.</summary>
    public static readonly string[] Essential = ["LEI", "Exception.Category", "Exception.Reason.1"];

    private readonly int _lei, _category;
    private readonly int[] _reasons, _references;

    public ExceptionColumns(GleifHeader header) : base(header)
    {
        (_lei, _category) = (header.Find("LEI"), header.Find("Exception.Category"));
        (_reasons, _references) = (header.FindAll("Exception.Reason.", ""), header.FindAll("Exception.Reference.", ""));
        Rest = header.Rest();
    }

    protected override void FillOwn(CsvDataReader csv, ExceptionRecord record)
    {
        (record.Lei, record.Category) = (Text(csv, _lei), Text(csv, _category));
        foreach (var place in _reasons)
            if (Text(csv, place) is { Length: > 0 } reason) record.Reasons.Add(reason);
        foreach (var place in _references)
            if (Text(csv, place) is { Length: > 0 } reference) record.References.Add(reference);
    }
}
