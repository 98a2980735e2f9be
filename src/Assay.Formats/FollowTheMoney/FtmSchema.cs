namespace Assay.Formats.FollowTheMoney;

/// <summary>What the record takes things of a schema as.</summary>
internal enum FtmKind
{
    /// <summary>Nothing: the record has no place for it.</summary>
    None,
    Company, Agency, Organization, Person, Asset, Project,
    /// <summary>An office, of which persons are the holders.</summary>
    Position,
    Ownership, Membership, Directorship, Employment, Representation, Succession, UnknownLink, Participation, Occupancy,
}

/// <summary>What the value of a property is read as.</summary>
internal enum FtmUse
{
    /// <summary>It is not read.</summary>
    None,
    Name, OtherName, FirstName, LastName, Country, MainCountry, Jurisdiction, Nationality, Citizenship, Topic, Classification, Identifier, RegisterNumber, Ended,
    Parent, Owner, Operator, Organization, Part, From, To, Start, End, Date, Retrieved, Note, Role, Status, Percentage, Remark,
    /// <summary>Things that hold this one at one of their ends; the detail names the property there.</summary>
    Reverse,
}

/// <summary>A schema of the standard.</summary>
internal sealed class FtmSchema(string name, int number, FtmKind kind, string[] ancestors, FtmUse[] uses, string[] details)
{
    /// <summary>Its name, as <c>Company</c>.</summary>
    public string Name => name;

    /// <summary>Its place in <see cref="FtmModel.Schemata"/>.</summary>
    public int Number => number;

    /// <summary>What the record takes it as.</summary>
    public FtmKind Kind => kind;

    /// <summary>Whether it is somebody or something, and no link between two.</summary>
    public bool IsThing => kind is > FtmKind.None and <= FtmKind.Project;

    /// <summary>What a link's property at its beginning is named, as <c>owner</c>.</summary>
    public string From => PropertyOf(FtmUse.From);

    /// <summary>What a link's property at its end is named, as <c>asset</c>.</summary>
    public string To => PropertyOf(FtmUse.To);

    /// <summary>Whether it is that schema or extends it.</summary>
    public bool Is(string other) => other == name || Array.IndexOf(ancestors, other) >= 0;

    /// <summary>What one of its properties is read as.</summary>
    public FtmUse UseOf(FtmProperty property) => UseOf(property.Number);

    /// <summary>What a property of that number is read as.</summary>
    public FtmUse UseOf(int property) => property < uses.Length ? uses[property] : FtmUse.None;

    /// <summary>What more the table says of one of its properties.</summary>
    public string DetailOf(int property) => property < details.Length ? details[property] : "";

    private string PropertyOf(FtmUse use) => FtmModel.Embedded.NameOf(Array.IndexOf(uses, use));
}

/// <summary>The name of a property, of whatever schema.</summary>
/// <param name="Name">The name, as <c>startDate</c>.</param>
/// <param name="Number">Its number; from <see cref="FtmModel.PropertyCount"/> on, no schema's property of that name is read.</param>
internal sealed record FtmProperty(string Name, int Number)
{
    /// <summary>What a report says of values of it that are not read.</summary>
    public string Left { get; } = $"property {Name}";
}
