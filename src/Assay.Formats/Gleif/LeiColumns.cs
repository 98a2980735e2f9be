using Sylvan.Data.Csv;

namespace Assay.Formats.Gleif;

/// <summary>The columns of the golden copy of level 1 (<c>lei2</c>).</summary>
internal sealed class LeiColumns : GleifColumns<LeiRecord>
{
    /// <summary>Without these no record can be read.</summary>
    public static readonly string[] Essential = ["LEI", "Entity.LegalName", "Registration.RegistrationStatus"];

    private readonly int _lei, _name, _legalCountry, _headquartersCountry, _jurisdiction, _category, _subCategory, _status, _expiration, _authority, _number;
    private readonly int[] _names;
    private readonly int[] _successorLeis, _successorNames;
    private readonly int[] _eventTypes, _eventStatuses, _eventDates;
    private readonly (string Scheme, int Place)[] _otherIds;

    public LeiColumns(GleifHeader header) : base(header)
    {
        (_lei, _name) = (header.Find("LEI"), header.Find("Entity.LegalName"));
        _names = [.. header.FindAll("Entity.OtherEntityNames.OtherEntityName.", ""), .. header.FindAll("Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName.", "")];
        (_legalCountry, _headquartersCountry) = (header.Find("Entity.LegalAddress.Country"), header.Find("Entity.HeadquartersAddress.Country"));
        (_jurisdiction, _category, _subCategory) = (header.Find("Entity.LegalJurisdiction"), header.Find("Entity.EntityCategory"), header.Find("Entity.EntitySubCategory"));
        (_status, _expiration) = (header.Find("Entity.EntityStatus"), header.Find("Entity.EntityExpirationDate"));
        (_authority, _number) = (header.Find("Entity.RegistrationAuthority.RegistrationAuthorityID"), header.Find("Entity.RegistrationAuthority.RegistrationAuthorityEntityID"));
        const string successor = "Entity.SuccessorEntity.", happened = "Entity.LegalEntityEvents.LegalEntityEvent.";
        (_successorLeis, _successorNames) = (header.FindAll(successor, ".SuccessorLEI"), header.FindAll(successor, ".SuccessorEntityName"));
        if (_successorLeis.Length == 0) (_successorLeis, _successorNames) = ([header.Find(successor + "SuccessorLEI")], [header.Find(successor + "SuccessorEntityName")]);
        (_eventTypes, _eventStatuses, _eventDates) = (header.FindAll(happened, ".LegalEntityEventType"), header.FindAll(happened, ".event_status"), header.FindAll(happened, ".LegalEntityEventEffectiveDate"));
        _otherIds = [.. ((string[])["BIC", "MIC", "ISIN"]).Select(scheme => (scheme.ToLowerInvariant(), header.Find(scheme))).Where(column => column.Item2 >= 0)];
        Rest = header.Rest();
    }

    protected override void FillOwn(CsvDataReader csv, LeiRecord record)
    {
        (record.Lei, record.LegalName) = (Text(csv, _lei), Text(csv, _name));
        foreach (var place in _names)
            if (Text(csv, place) is { Length: > 0 } name) record.OtherNames.Add(name);
        (record.LegalCountry, record.HeadquartersCountry, record.Jurisdiction) = (Text(csv, _legalCountry), Text(csv, _headquartersCountry), Text(csv, _jurisdiction));
        (record.Category, record.SubCategory, record.Status, record.ExpirationDate) = (Text(csv, _category), Text(csv, _subCategory), Text(csv, _status), Text(csv, _expiration));
        (record.Authority, record.AuthorityNumber) = (Text(csv, _authority), Text(csv, _number));
        for (var i = 0; i < Math.Max(_successorLeis.Length, _successorNames.Length); i++)
        {
            var (lei, name) = (Text(csv, At(_successorLeis, i)), Text(csv, At(_successorNames, i)));
            if (lei.Length + name.Length > 0) record.Successors.Add(new LeiRecord.Successor { Lei = lei, Name = name });
        }
        for (var i = 0; i < _eventTypes.Length; i++)
            if (Text(csv, _eventTypes[i]) is { Length: > 0 } type)
                record.Events.Add(new LeiRecord.LegalEvent { Type = type, Status = Text(csv, At(_eventStatuses, i)), EffectiveDate = Text(csv, At(_eventDates, i)) });
        foreach (var (scheme, place) in _otherIds)
            if (Text(csv, place) is { Length: > 0 } id) record.OtherIds.Add((scheme, id));
    }
}
