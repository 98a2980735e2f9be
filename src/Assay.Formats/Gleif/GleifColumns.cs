using Sylvan.Data.Csv;

namespace Assay.Formats.Gleif;

/// <summary>The columns of a CSV file of the register, found by their names.</summary>
internal abstract class GleifColumns<TRecord>(GleifHeader header) where TRecord : GleifRecord
{
    private readonly int _lastUpdate = header.Find("Registration.LastUpdateDate"), _registrationStatus = header.Find("Registration.RegistrationStatus");
    private readonly int _validation = header.Find("Registration.ValidationSources"), _deletion = header.FindDeletion();

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

    protected static string Text(CsvDataReader csv, int place) => place < 0 ? "" : csv.GetString(place).Trim();

    protected static int At(int[] places, int index) => index < places.Length ? places[index] : -1;
}
