using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lexicon.Sources.Tests.Rooms;

/// <summary>A room of the runner uses of another one what its interfaces promise and nothing else.</summary>
public sealed class RoomBoundaryTests
{
    // What every room is made with.
    private static readonly string[] Shared = ["", "Hosting", "Aws", "CloudFormation"];

    // What puts the rooms together, or shows them.
    private static readonly string[] Composition = ["", "Watching", "WebConsole"];

    [Fact]
    public void Rooms_UseOfEachOtherTheirInterfacesAlone()
    {
        var breaches = Breaches(LocalSources.Now);

        Assert.True(breaches.Count is 0, string.Join('\n', breaches));
    }

    [Fact]
    public void InterfacesAndTheirRecordsAndExceptions_AreForAll_AndClassesForTheirRoomAlone()
    {
        var sources = new LocalSources(
        [
            new("Local/Offering/IOffer.cs", """
                namespace Local.Offering;
                interface IOffer
                {
                    /// <exception cref="OfferException">None.</exception>
                    Offer? Find(System.Collections.Generic.List<Query> queries);
                }
                record Offer(Kind Kind);
                record Query;
                enum Kind { One }
                class OfferException : System.Exception;
                class Offers : IOffer { public Offer? Find(System.Collections.Generic.List<Query> queries) => null; }
                """),
            new("Local/Using/Asking.cs", """
                using Local.Offering;
                namespace Local.Using;
                class Asking(IOffer offers)
                {
                    Kind? Kind => offers.Find([new Query()])?.Kind;
                    System.Type Failure => typeof(OfferException);
                    Offers Inside => (Offers)offers;
                }
                """),
        ]);

        Assert.Equal(
            ["Local/Using/Asking.cs:7 uses Offers, a class of Offering: ask for what is needed in an interface of Offering."],
            Breaches(sources).Distinct());
    }

    private static List<string> Breaches(LocalSources sources)
    {
        var rooms = sources.Types.GroupBy(type => LocalSources.RoomOf(type)!).Where(room => !Shared.Contains(room.Key));
        var inner = rooms.SelectMany(room => room.Where(new RoomContract(sources.Compilation, room).Hides)).ToLookup(type => type.Name);
        return
        [
            .. sources.Files.AsParallel().AsOrdered()
                .Where(file => !Composition.Contains(LocalSources.RoomOf(file.Path)))
                .SelectMany(file => Breaches(file, sources.Compilation.GetSemanticModel(file.Tree), inner)),
        ];
    }

    // To bind every name would take a minute: only those are bound that some other room has for a type of its own.
    private static IEnumerable<string> Breaches(SourceFile file, SemanticModel model, ILookup<string, INamedTypeSymbol> inner) =>
        from name in file.Tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        where inner[name.Identifier.ValueText].Any(type => LocalSources.RoomOf(type) != LocalSources.RoomOf(file.Path))
        let meant = TypeBehind(model, name)
        where meant is not null && inner[meant.Name].Contains(meant, SymbolEqualityComparer.Default)
        let room = LocalSources.RoomOf(meant)
        where room != LocalSources.RoomOf(file.Path)
        let line = name.GetLocation().GetLineSpan().StartLinePosition.Line + 1
        select $"{file.Path}:{line} uses {meant.Name}, a class of {room}: ask for what is needed in an interface of {room}.";

    private static INamedTypeSymbol? TypeBehind(SemanticModel model, SimpleNameSyntax name)
    {
        var found = model.GetSymbolInfo(name);
        var symbol = found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
        return (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition;
    }
}
