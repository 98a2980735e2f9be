using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Assay.Ownership;

namespace Assay.Benchmarks;

/// <summary>How near answers come to the exact ones of <c>known.json</c> and to what must add up; what the reference can be asked too is compared with it.</summary>
internal static class OwnershipAccuracy
{
    private const string Worst = "worst relative error";
    private const string Balance = "terminal + unknown − total, relative";
    private const string Everywhere = "all entities prepared beside those above the valued, of the total";
    private const string Eight = "eight vectors beside one, of the total";
    private const double Bound = 1e-12;

    /// <summary>What may not pass the bound.</summary>
    private static readonly string[] Bounded = [Worst, Balance, Everywhere, Eight];

    /// <summary>In a process of its own: the figures, a line each, as a name and what it is.</summary>
    public static void Run(OwnershipData data)
    {
        var solver = OwnershipChild.Above(data);
        var (values, held) = (OwnershipChild.Values(solver, data), solver.NewAmounts());
        solver.FindHeld(values, held);
        var countries = new AmountInterval[data.CountryNames.Length];
        var totals = solver.Total(held, solver.Group(entity => data.Countries[entity], data.CountryNames.Length), countries);
        var given = (double)data.Values.Sum(value => (decimal)value);

        var all = OwnershipSolver.Prepare(solver.Graph, OwnershipChild.Terminal(solver.Graph));
        var heldOfAll = OwnershipChild.Values(all, data);
        all.FindHeld(heldOfAll, heldOfAll);
        var eight = OwnershipChild.Values(solver, data, 8);
        solver.FindHeld(eight, eight);
        var (apart, apartOfEight) = (0d, 0d);
        for (var entity = 0; entity < data.EntityCount; entity++)
        {
            apart = Math.Max(apart, Math.Abs(held[entity] - heldOfAll[entity]));
            for (var vector = 0; vector < eight.VectorCount; vector++) apartOfEight = Math.Max(apartOfEight, Math.Abs(eight[entity, vector] - (held[entity] * (vector + 1))));
        }

        var control = new OwnershipControl(solver.Graph, OwnershipChild.Terminal(solver.Graph));
        var (controllers, pairs, check) = control.Count();
        var (exact, worst) = WorstOf(data, held);
        var (known, right) = PairsOf(data, control);
        Say("known entities", exact);
        Say(Worst, worst);
        Say(Balance, Math.Abs(totals.Kept + totals.Unknown - given) / given);
        Say("bound of the error of all totals, relative", totals.Error / given);
        Say(Everywhere, apart / given);
        Say(Eight, apartOfEight / given);
        Say("known control pairs", known);
        Say("of these right", right);
        Say("controllers", controllers);
        Say("pairs", pairs);
        Say("check", check);
        Say("countries", string.Join(' ', countries.Select((bounds, i) => (Name: data.CountryNames[i], Kept: bounds.Low + totals.Error)).OrderByDescending(each => each.Kept)
            .Take(5).Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Name} {each.Kept:0.000}"))));
    }

    /// <summary>Says what a run found, beside the reference where there is one. Whether all is as it must be.</summary>
    public static bool Report(string said, string? reference)
    {
        var found = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1]);
        var fine = true;
        foreach (var (name, value) in found)
        {
            var must = name switch
            {
                "of these right" => found["known control pairs"],
                "controllers" or "pairs" or "check" or "countries" => OwnershipPeers.Says(reference, name),
                _ => null,
            };
            var right = must is not null ? value == must : !Bounded.Contains(name) || double.Parse(value, CultureInfo.InvariantCulture) <= Bound;
            fine &= right;
            Console.WriteLine($"  {name}: {value}{(must, right) switch
            {
                (null, true) => "",
                (null, false) => ", TOO MUCH",
                (_, true) => ", as it must be",
                _ => $", MUST BE {must}",
            }}");
        }
        return fine;
    }

    private static (int Count, double Worst) WorstOf(OwnershipData data, Amounts held)
    {
        var (count, worst) = (0, 0d);
        foreach (var graph in KnownGraphs(data))
        {
            foreach (var entity in graph.GetProperty("x").EnumerateObject())
            {
                var exact = Fraction(entity.Value[0].GetString()!);
                var error = Math.Abs(held[data.Known[entity.Name]] - exact);
                worst = Math.Max(worst, exact == 0 ? error : error / Math.Abs(exact));
                count++;
            }
        }
        return (count, worst);
    }

    private static (int Count, int Right) PairsOf(OwnershipData data, OwnershipControl control)
    {
        var wanted = KnownGraphs(data).SelectMany(graph => graph.GetProperty("control").EnumerateArray())
            .Select(pair => (data.Known[pair[0].GetString()!], data.Known[pair[1].GetString()!])).ToHashSet();
        var found = data.Known.Values.SelectMany(controller => control.ControlledBy(controller).Select(entity => (controller, entity))).ToHashSet();
        // A pair that should not be there counts against those that should.
        return (wanted.Count, wanted.Count(found.Contains) - found.Count(pair => !wanted.Contains(pair)));
    }

    private static IEnumerable<JsonElement> KnownGraphs(OwnershipData data)
    {
        using var known = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data.Folder, "known.json")));
        return [.. known.RootElement.EnumerateArray().Select(graph => graph.Clone())];
    }

    /// <summary>The number next to a fraction of whole numbers of any size: enough of its digits to be rounded once more without harm.</summary>
    private static double Fraction(string text)
    {
        var parts = text.Split('/').Select(part => BigInteger.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts.Length == 1 ? (double)parts[0] : double.Parse($"{parts[0] * BigInteger.Pow(10, 40) / parts[1]}E-40", CultureInfo.InvariantCulture);
    }

    private static void Say<T>(string name, T value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{(value is double number ? number.ToString("0.0E+0", CultureInfo.InvariantCulture) : value)}"));
}
