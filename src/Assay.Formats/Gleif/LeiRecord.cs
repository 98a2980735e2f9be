namespace Assay.Formats.Gleif;

/// <summary>A record of level 1: an entity and its identifier, as LEI-CDF 2.1 and 3.1 have it.</summary>
internal sealed class LeiRecord : GleifRecord
{
    public string Lei { get; set; } = "";

    public string LegalName { get; set; } = "";

    /// <summary>Other, former and transliterated names.</summary>
    public List<string> OtherNames { get; } = [];

    public string LegalCountry { get; set; } = "";

    public string HeadquartersCountry { get; set; } = "";

    /// <summary>Under whose law it was formed: a country, or a part of one as <c>XX-YY</c>.</summary>
    public string Jurisdiction { get; set; } = "";

    public string Category { get; set; } = "";

    public string SubCategory { get; set; } = "";

    public string Status { get; set; } = "";

    /// <summary>When it ceased to be, in version 2.1; version 3.1 has <see cref="Events"/>.</summary>
    public string ExpirationDate { get; set; } = "";

    /// <summary>The code of the authority that keeps the register it is in.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Its number there.</summary>
    public string AuthorityNumber { get; set; } = "";

    public List<Successor> Successors { get; } = [];

    public List<LegalEvent> Events { get; } = [];

    /// <summary>Identifiers of other schemes, that some files carry.</summary>
    public List<(string Scheme, string Id)> OtherIds { get; } = [];

    /// <summary>Who took its place: by identifier, or by name where there is none.</summary>
    internal sealed class Successor
    {
        public string Lei { get; set; } = "";

        public string Name { get; set; } = "";
    }

    /// <summary>What happened to it, and how far it has come.</summary>
    internal sealed class LegalEvent
    {
        public string Type { get; set; } = "";

        public string Status { get; set; } = "";

        public string EffectiveDate { get; set; } = "";
    }

    public override void Open(string element)
    {
        if (element == "SuccessorEntity") Successors.Add(new Successor());
        else if (element == "LegalEntityEvent") Events.Add(new LegalEvent());
    }

    protected override void Clear()
    {
        (Lei, LegalName, LegalCountry, HeadquartersCountry, Jurisdiction, Category, SubCategory) = ("", "", "", "", "", "", "");
        (Status, ExpirationDate, Authority, AuthorityNumber) = ("", "", "", "");
        OtherNames.Clear();
        Successors.Clear();
        Events.Clear();
        OtherIds.Clear();
    }

    protected override bool TakeOwn(ReadOnlySpan<string> path, string text)
    {
        if (path.Length == 1 && path[0] == "LEI") return Set(Lei = text);
        if (path.Length < 2 || path[0] != "Entity") return false;
        return (path[1], path[^1]) switch
        {
            ("LegalName", "LegalName") => Set(LegalName = text),
            ("OtherEntityNames", "OtherEntityName") or ("TransliteratedOtherEntityNames", "TransliteratedOtherEntityName") => Add(text),
            ("LegalAddress", "Country") => Set(LegalCountry = text),
            ("HeadquartersAddress", "Country") => Set(HeadquartersCountry = text),
            ("LegalJurisdiction", _) => Set(Jurisdiction = text),
            ("EntityCategory", _) => Set(Category = text),
            ("EntitySubCategory", _) => Set(SubCategory = text),
            ("EntityStatus", _) => Set(Status = text),
            ("EntityExpirationDate", _) => Set(ExpirationDate = text),
            ("RegistrationAuthority", "RegistrationAuthorityID") => Set(Authority = text),
            ("RegistrationAuthority", "RegistrationAuthorityEntityID") => Set(AuthorityNumber = text),
            (_, "SuccessorLEI") when Successors.Count > 0 => Set(Successors[^1].Lei = text),
            (_, "SuccessorEntityName") when Successors.Count > 0 => Set(Successors[^1].Name = text),
            (_, "LegalEntityEventType") when Events.Count > 0 => Set(Events[^1].Type = text),
            (_, "@event_status") when Events.Count > 0 => Set(Events[^1].Status = text),
            (_, "LegalEntityEventEffectiveDate") when Events.Count > 0 => Set(Events[^1].EffectiveDate = text),
            _ => false,
        };
    }

    private static bool Set(string _) => true;

    private bool Add(string name)
    {
        OtherNames.Add(name);
        return true;
    }
}
