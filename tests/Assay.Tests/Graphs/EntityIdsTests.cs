using System.Text;
using Assay.Formats.Graphs;
using CsCheck;
using Xunit;

namespace Assay.Tests.Graphs;

public sealed class EntityIdsTests
{
    /// <summary>Few letters and lengths, so that many ids come again.</summary>
    private static readonly Gen<string[]> Ids = Gen.String[Gen.Char["ab\u00e9\u4e2d"], 0, 4].Array[0, 300];

    [Fact]
    public void Ids_are_numbered_in_the_order_in_which_they_first_come() => Ids.Sample(ids =>
    {
        var builder = new EntityIdsBuilder(0);
        var indices = ids.Select(id => builder.Add(Encoding.UTF8.GetBytes(id))).ToArray();
        var distinct = ids.Distinct().ToList();
        var table = builder.Build();
        Assert.Equal(ids.Select(id => distinct.IndexOf(id)), indices);
        Assert.Equal(distinct, Enumerable.Range(0, table.Count).Select(table.Text));
        Assert.All(distinct, id => Assert.Equal(distinct.IndexOf(id), table.Find(id)));
        Assert.Equal(-1, table.Find("no such id"));
    });

    [Fact]
    public void Lists_of_ids_are_numbered_as_single_ones_are() => Ids.Sample(ids =>
    {
        var single = new EntityIdsBuilder(0);
        var many = new EntityIdsBuilder(0);
        var indices = new int[ids.Length];
        many.AddAll(List(ids), indices);
        Assert.Equal(ids.Select(id => single.Add(Encoding.UTF8.GetBytes(id))), indices);
    });

    [Fact]
    public void Appended_ids_are_all_found_and_those_that_come_again_reported() => Ids.Sample(ids =>
    {
        var builder = new EntityIdsBuilder(ids.Length);
        builder.Append(List(ids));
        var table = builder.Build();
        Assert.Equal(ids.Length, table.Count);
        var again = Enumerable.Range(0, ids.Length).Where(i => Array.IndexOf(ids, ids[i]) < i).Select(i => (i, Array.IndexOf(ids, ids[i])));
        Assert.Equal(again, builder.Doubles);
        Assert.All(ids, id => Assert.Equal(Array.IndexOf(ids, id), table.Find(id)));
    });

    /// <summary>Large enough for several threads to fill the table.</summary>
    [Fact]
    public void Many_ids_are_found_at_once()
    {
        const int Count = 200_000;
        var list = List(Enumerable.Range(0, Count).Select(i => $"E{i}"));
        var builder = new EntityIdsBuilder(16);
        builder.Append(list);
        var table = builder.Build();
        var found = new int[Count];
        table.FindAll(list, found);
        Assert.Equal(Enumerable.Range(0, Count), found);
        table.FindAll(List(Enumerable.Range(0, Count).Select(i => $"F{i}")), found);
        Assert.All(found, index => Assert.Equal(-1, index));
    }

    [Fact]
    public void Ids_are_added_to_a_table_that_exists()
    {
        var builder = new EntityIdsBuilder(0);
        builder.Append(List(["b", "a"]));
        var more = new EntityIdsBuilder(builder.Build());
        Assert.Equal([1, 2, 0], new[] { "a", "c", "b" }.Select(id => more.Add(Encoding.UTF8.GetBytes(id))));
        Assert.Equal(2, more.Build().Find("c"));
    }

    [Fact]
    public void An_index_that_does_not_exist_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EntityIds.Empty.Text(0));
        Assert.Equal(-1, EntityIds.Empty.Find(""));
    }

    private static IdList List(IEnumerable<string> ids)
    {
        var list = new IdList();
        foreach (var id in ids) list.Add(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(id)));
        return list;
    }
}
