using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Lexicon.Sources.Tests.Rooms;

/// <summary>
/// What other rooms may use of a room: its interfaces, the records and the like in their signatures, and the exceptions that their
/// documentation names.
/// </summary>
internal sealed partial class RoomContract
{
    private readonly HashSet<INamedTypeSymbol> _types = new(SymbolEqualityComparer.Default);

    public RoomContract(Compilation compilation, IEnumerable<INamedTypeSymbol> typesOfTheRoom)
    {
        foreach (var type in typesOfTheRoom.Where(type => type.TypeKind is TypeKind.Interface))
        {
            Add(type, compilation);
        }
    }

    /// <summary>Whether a type of the room is its own affair.</summary>
    public bool Hides(INamedTypeSymbol type) => !_types.Contains(type);

    private void Add(INamedTypeSymbol type, Compilation compilation)
    {
        if (!IsOfAContract(type) || !_types.Add(type.OriginalDefinition))
        {
            return;
        }

        foreach (var member in type.OriginalDefinition.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared || member is IPropertySymbol))
        {
            foreach (var used in InSignature(member).SelectMany(Parts))
            {
                Add(used, compilation);
            }

            foreach (Match exception in Exception().Matches(member.GetDocumentationCommentXml() ?? ""))
            {
                if (DocumentationCommentId.GetFirstSymbolForDeclarationId(
                    exception.Groups[1].Value, compilation) is INamedTypeSymbol thrown)
                {
                    _types.Add(thrown);
                }
            }
        }
    }

    // A class with behavior is its room's own.
    private static bool IsOfAContract(INamedTypeSymbol type) =>
        LocalSources.RoomOf(type) is not null
        && (type.IsRecord || type.TypeKind is TypeKind.Interface or TypeKind.Enum or TypeKind.Struct or TypeKind.Delegate);

    private static IEnumerable<ITypeSymbol> InSignature(ISymbol member) => member switch
    {
        IMethodSymbol { DeclaredAccessibility: not Accessibility.Private } method =>
            [method.ReturnType, .. method.Parameters.Select(parameter => parameter.Type)],
        IPropertySymbol { DeclaredAccessibility: not Accessibility.Private } property => [property.Type],
        _ => [],
    };

    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Prepend(named.OriginalDefinition),
        _ => [],
    };

    [GeneratedRegex("<exception cref=\"(T:[^\"]+)\"")]
    private static partial Regex Exception();
}
