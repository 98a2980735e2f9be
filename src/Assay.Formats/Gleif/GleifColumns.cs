using Sylvan.Data.Csv;

namespace Assay.Formats.Gleif;

/// <summary>The columns of a CSV file of the register, found by their names.</summary>
internal abstract class GleifColumns<TRecord>(GleifHeader header) where TRecord : GleifRecord
{
    private readonly int _lastUpdate = header.Find("Registration.LastUpdateDate"), _registrationStatus = header.Find("Registration.RegistrationStatus");
    private readonly int _validation = header.Find("Registration.ValidationSources"), _deletion = header.FindDeletion();

    // What stood in a column before: statuses, countries and the like are the same from row to row, and stay one text.
    private readonly string[] _before = new string[header.Count];

    /// <summary>The columns that are not read, by what they are.</summary>
    public (string What, int[] Places)[] Rest { get; protected init; } = [];

    /// <summary>Fills a record that was begun from the row at which the reader stands.</summary>
    public void Fill(CsvDataReader csv, TRecord record)
    {
        (record.LastUpdate, record.RegistrationStatus) = (Text(csv, _lastUpdate), Text(csv, _registrationStatus));
        (record.ValidationSources, record.DeletedAt) = (Text(csv, _validation), Text(csv, _deletion));
        FillOwn(csv, record);
    }

    protected abstract void FillOwn(CsvDataReader csv, TRecord record);

    protected string Text(CsvDataReader csv, int place)
    {
        if (place < 0) return "";
        var text = csv.GetFieldSpan(place).Trim();
        if (text.IsEmpty) return "";
        ref var before = ref _before[place];
        return text.SequenceEqual(before) ? before : before = text.ToString();
    }

    protected static int At(int[] places, int index) => index < places.Length ? places[index] : -1;
}
