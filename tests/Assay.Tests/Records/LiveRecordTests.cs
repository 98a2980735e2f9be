using Assay.Evidence;
using Assay.Formats.Records;
using Assay.Tests.Cli;
using Assay.Tests.Packs;
using Xunit;

namespace Assay.Tests.Records;

/// <summary>A record that follows its folders takes up what changes in them, and keeps what it has where that cannot be used.</summary>
public sealed class LiveRecordTests : IDisposable
{
    private readonly SmallPack _pack = new();
    private readonly Clock _time = new();

    public void Dispose() => _pack.Dispose();

    [Fact]
    public void A_row_that_is_added_is_in_the_record_a_moment_later_and_not_before()
    {
        var live = Live();
        var first = live.Current;
        Add("salt-two");
        Assert.Same(first, live.Current);
        _time.Pass(LiveRecord.Patience);
        var second = live.Current;
        Assert.True(Has(second, "salt-two"));
        Assert.False(Has(first, "salt-two"));
        _time.Pass(LiveRecord.Patience);
        Assert.Same(second, live.Current);
    }

    [Fact]
    public void What_was_just_written_is_there_at_once_where_it_is_asked_for()
    {
        var live = Live();
        Add("salt-two");
        Assert.True(Has(live.Refresh(), "salt-two"));
    }

    [Fact]
    public void Where_the_folder_breaks_the_last_that_could_be_used_stays_and_the_problems_are_told()
    {
        var live = Live();
        var first = live.Current;
        _pack.Append("entities.csv", "salt-two,kingdom,Second Salt,,aa,,,s1,").Write();
        Assert.Same(first, live.Refresh());
        Assert.Contains(live.Broken!.Lines, line => line.Contains("entities.csv:13", StringComparison.Ordinal));
        Directory.Delete(_pack.Folder, recursive: true);
        Assert.Same(first, live.Refresh());
        Assert.Contains("there is no such folder", Assert.Single(live.Broken!.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Once_it_is_mended_it_is_used_again()
    {
        var live = Live();
        _pack.Append("entities.csv", "salt-two,kingdom,Second Salt,,aa,,,s1,").Write();
        live.Refresh();
        Assert.NotNull(live.Broken);
        _pack.Replace("entities.csv", "kingdom", "company").Write();
        Assert.True(Has(live.Refresh(), "salt-two"));
        Assert.Null(live.Broken);
    }

    [Fact]
    public void A_pack_beside_it_on_which_it_builds_is_followed_too()
    {
        var beneath = Directory.CreateDirectory(Path.Combine(_pack.Neighbourhood, "beneath")).FullName;
        File.WriteAllText(Path.Combine(beneath, "datapackage.json"), SmallPack.Descriptor("beneath", [], ["entities.csv", "sources.csv"]));
        File.WriteAllText(Path.Combine(beneath, "sources.csv"), "id,publisher,title,date,url,kind\ns2,A,B,2024,https://example.org/b,news\n");
        File.WriteAllText(Path.Combine(beneath, "entities.csv"), "id,kind,name,aliases,country,parent,identifiers,sources,note\nmu-isle,place,Mu,,,,,s2,\n");
        _pack["datapackage.json"] = _pack["datapackage.json"]!.Replace("\"buildsOn\": []", "\"buildsOn\": [\"beneath\"]", StringComparison.Ordinal);
        var live = Live();
        Assert.True(Has(live.Current, "mu-isle"));
        File.AppendAllText(Path.Combine(beneath, "entities.csv"), "mu-two,place,Second Mu,,,,,s2,\n");
        Assert.True(Has(live.Refresh(), "mu-two"));
    }

    [Fact]
    public void Rules_that_change_are_read_again()
    {
        using var rules = new TemporaryFolder();
        var live = new LiveRecord([], rules.Path, _time);
        var before = live.Current.Rules.Sha256;
        rules.Write("wording.yaml", [.. File.ReadAllBytes(Checkout.PathOf("rules", "wording.yaml")), (byte)'\n']);
        Assert.NotEqual(before, live.Refresh().Rules.Sha256);
        Assert.Null(live.Broken);
    }

    [Fact]
    public void All_that_is_wrong_with_packs_and_rules_is_told_at_once()
    {
        _pack.Append("entities.csv", "salt-two,kingdom,Second Salt,,aa,,,s1,").Write();
        using var rules = new TemporaryFolder();
        rules.Write("wording.yaml", "- no\n"u8);
        var broken = Assert.Throws<BrokenRecordException>(() => LoadedRecord.Load([_pack.Folder], rules.Path));
        Assert.Contains(broken.Lines, line => line.Contains("entities.csv:13", StringComparison.Ordinal));
        Assert.Contains(broken.Lines, line => line.Contains("wording.yaml", StringComparison.Ordinal));
    }

    private LiveRecord Live() => new([_pack.Write()], rules: null, _time);

    private void Add(string id) => _pack.Append("entities.csv", $"{id},company,Second Salt,,aa,,,s1,").Write();

    private static bool Has(LoadedRecord record, string id) => record.Evidence.Entity(new EntityId(id)) is not null;

    /// <summary>A clock that stands until it is moved.</summary>
    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long GetTimestamp() => _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => _now += time.Ticks;
    }
}
