using System.Text;
using System.Text.Json;
using Assay.Formats;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Lint;

namespace Assay.Tests.Packs;

/// <summary>A valid pack of invented rows, one table of each kind, to break in one place. Lives in a temporary folder.</summary>
internal sealed class SmallPack : IDisposable
{
    private readonly string _neighbourhood = Path.Combine(Path.GetTempPath(), "assay-" + Guid.NewGuid().ToString("N"));
    private readonly Dictionary<string, byte[]> _files = [];

    public SmallPack(string name = "small", params string[] buildsOn)
    {
        Name = name;
        foreach (var (file, text) in s_tables) this[file] = text;
        this["datapackage.json"] = Descriptor(name, buildsOn, s_tables.Keys);
    }

    public string Name { get; }

    public string Folder => Path.Combine(_neighbourhood, Name);

    public string Neighbourhood => _neighbourhood;

    /// <summary>A file's text; setting null removes it.</summary>
    public string? this[string file]
    {
        get => _files.TryGetValue(file, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;
        set
        {
            if (value is null) _files.Remove(file);
            else _files[file] = Encoding.UTF8.GetBytes(value);
        }
    }

    public void SetBytes(string file, byte[] bytes) => _files[file] = bytes;

    public SmallPack Replace(string file, string old, string text)
    {
        var before = this[file]!;
        if (!before.Contains(old, StringComparison.Ordinal)) throw new ArgumentException($"{file} does not hold '{old}'.", nameof(old));
        this[file] = before.Replace(old, text, StringComparison.Ordinal);
        return this;
    }

    public SmallPack Append(string file, string line)
    {
        this[file] += line + "\n";
        return this;
    }

    public string Write() => WriteTo(_neighbourhood);

    public string WriteTo(string neighbourhood)
    {
        var folder = Directory.CreateDirectory(Path.Combine(neighbourhood, Name)).FullName;
        foreach (var (file, bytes) in _files) File.WriteAllBytes(Path.Combine(folder, file), bytes);
        return folder;
    }

    public IReadOnlyList<Problem> Lint() => PackLint.Check(Write());

    public void Dispose()
    {
        if (Directory.Exists(_neighbourhood)) Directory.Delete(_neighbourhood, recursive: true);
    }

    public static string Descriptor(string name, IEnumerable<string> buildsOn, IEnumerable<string> files) => JsonSerializer.Serialize(
        new
        {
            name,
            title = "Small",
            version = "1.0.0",
            assay = new { format = "1", buildsOn },
            resources = files.Select(f => new
            {
                name = Path.GetFileNameWithoutExtension(f),
                path = f,
                schema = new { fields = TableFormat.Find(Path.GetFileNameWithoutExtension(f))!.Columns.Select(c => new { name = c }) },
            }),
        },
        s_indented);

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private static readonly Dictionary<string, string> s_tables = new()
    {
        ["sources.csv"] = """
            id,publisher,title,date,url,kind
            s1,The Salt Gazette,Who owns the salt,2024-05,https://example.org/salt,news

            """,
        ["entities.csv"] = """
            id,kind,name,aliases,country,parent,identifiers,sources,note
            aa,state,Atlantis,Atlantean|~Poseidonis,aa,,,s1,
            lm,state,Lemuria,Lemurian,lm,,,s1,
            league,bloc,League of Seas,,,,,s1,
            salt-co,company,Salt Company,Saltco,aa,,,s1,
            lm-co,company,Lemurian Mining,,lm,,,s1,
            pit,mine,Great Pit,,aa,,,s1,
            dune,mine,Dune,,aa,,,s1,
            rest,group,Other salt of Atlantis,,aa,,,s1,
            line,pipeline,Brine Line,,aa,,,s1,
            haven,port,Haven,,lm,,,s1,
            speaker,person,A Speaker,,aa,,,s1,

            """,
        ["domiciles.csv"] = """
            entity,country,from,to,sources,note
            lm-co,aa,2001,2010-03,s1,
            lm-co,lm,2010-03,,s1,

            """,
        ["stakes.csv"] = """
            owner,asset,share_pct,share_min,share_max,interest,status,from,to,seen,sources,note
            aa,salt-co,75,,,shares,reported,1999,2010-05-01,,s1,
            aa,salt-co,,60,65,shares,derived,2010-05-01,,2010,s1,
            lm-co,salt-co,25,,,shares,reported,,,2012,s1,
            salt-co,pit,60,,,participating,reported,2000,,,s1,
            lm-co,pit,40,,,participating,reported,2000,,,s1,

            """,
        ["operations.csv"] = """
            operator,asset,role,from,to,sources,note
            salt-co,dune,licence-holder,2000,,s1,

            """,
        ["regimes.csv"] = """
            asset,regime,from,to,sources,note
            pit,concession,2000,2040,s1,

            """,
        ["memberships.csv"] = """
            member,body,status,from,to,seen,sources,note
            aa,league,founding-member,1990-01-01,,1990,s1,
            lm,league,observer,1995,2005,,s1,
            lm,league,member,2005,,,s1,

            """,
        ["positions.csv"] = """
            person,office,of,from,to,seen,sources,note
            speaker,president,aa,2001-01-01,2009-01-01,,s1,

            """,
        ["agreements.csv"] = """
            id,kind,title,parties,signed,in_force,ended,status,replaced_by,place,topics,sources,note
            pact-1990,alliance,First Pact,aa|lm,1990-02-01,1990-03-01,2000,replaced,pact-2000,Haven,salt|peace,s1,
            pact-2000,alliance,Second Pact,aa|lm,2000-02-01,,,signed,,Haven,salt,s1,
            plan-2001,other,Salt plan,aa|lm,2001,,2003,expired,,,salt,s1,

            """,
        ["events.csv"] = """
            id,kind,title,place,participants,from,to,status,sources,note
            flood,disaster,The Flood,Haven,aa|lm,2003-05-01,2003-05-01,happened,s1,

            """,
        ["propositions.csv"] = """
            id,statement
            lm-caused-the-flood,Lemuria caused the flood.

            """,
        ["attributions.csv"] = """
            about,said_by,proposition,assertion,stance,via,named,date,sources,note
            flood,speaker,lm-caused-the-flood,they opened the gates,asserts,direct,lm,2003-05-02,s1,
            flood,lm,lm-caused-the-flood,we did not,denies,reported,,2003-05-03,s1,

            """,
        ["measures.csv"] = """
            subject,indicator,period,value,value_min,value_max,unit,scope,status,sources,note
            aa,salt-production,2020,100,,,Mt,aa,reported,s1,
            pit,salt-production,2020,60,58,62,Mt,aa,derived,s1,
            rest,salt-production,2020,40,,,Mt,aa,derived,s1,
            salt-co,salt-production,2020-H1,,10,20,Mt,aa,floor,s1,

            """,
        ["parts.csv"] = """
            whole,indicator,period,part,sources,note
            aa,salt-production,2020,pit,s1,
            aa,salt-production,2020,rest,s1,

            """,
        ["rankings.csv"] = """
            list,indicator,period,subject,rank,value,share_pct,sources,note
            salt-2020,salt-production,2020,aa,1,100,60,s1,
            salt-2020,salt-production,2020,lm,2,50,30,s1,

            """,
        ["routes.csv"] = """
            commodity,origin,via,destination,period,value,unit,share_pct,status,sources,note
            salt,aa,line,haven,2020,30,Mt,30,reported,s1,

            """,
        ["completeness.csv"] = """
            table,subject,indicator,scope,from,to,covers_min,covers_max,sources,note
            stakes,pit,,all participants,2000,,100,100,s1,
            rankings,salt-2020,salt-production,complete to rank 2,2020,2021,90,90,s1,

            """,
        ["interests.csv"] = """
            holder,subject,type,directness,from,to,seen,lapsed,sources,note
            speaker,lm-co,senior-managing-official,direct,2001,2009,,,s1,

            """,
        ["exceptions.csv"] = """
            subject,about,says,reason,from,to,seen,sources,note
            lm-co,owners,hidden,natural-persons,2001,,,s1,

            """,
        ["links.csv"] = """
            entity,same_as,outcome,basis,decided,by,note
            dune,pit,different,names,2024-05-02,a reader,

            """,
    };
}
