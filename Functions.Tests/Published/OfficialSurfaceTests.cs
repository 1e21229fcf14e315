using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Lexicon.Functions.Tests.Published;

/// <summary>
/// What the functions use of the Lambda packages. Every line of OfficialSurface.txt is a public member of Amazon's packages, too, so
/// that what compiles against ours compiles against theirs (-p:LambdaPackages=nuget). A further line is to be looked up there before
/// it is committed.
/// </summary>
public sealed class OfficialSurfaceTests
{
    [Fact]
    [Trait("Kind", "Generated")]
    public void Functions_UseNothingButWhatAmazonsPackagesHave()
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Lexicon.Functions.dll")));
        var used = Used(file.GetMetadataReader()).Distinct().Order(StringComparer.Ordinal);

        new GeneratedFile("Functions.Tests/Published/OfficialSurface.txt").Is(string.Join('\n', [.. used, ""]));
    }

    private static IEnumerable<string> Used(MetadataReader reader)
    {
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (TypeOf(reader, member.Parent) is { } type)
            {
                yield return $"{type}.{reader.GetString(member.Name)}";
            }
        }
    }

    private static string? TypeOf(MetadataReader reader, EntityHandle parent)
    {
        if (parent.Kind is HandleKind.TypeSpecification)
        {
            // A generic type by its first letters: class or value type, open, its definition.
            var blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
            const byte GenericInstance = 0x15;
            if (blob.ReadByte() != GenericInstance)
            {
                return null;
            }

            _ = blob.ReadByte();
            parent = blob.ReadTypeHandle();
        }

        if (parent.Kind is not HandleKind.TypeReference)
        {
            return null;
        }

        var type = reader.GetTypeReference((TypeReferenceHandle)parent);
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind is HandleKind.TypeReference)
        {
            return TypeOf(reader, type.ResolutionScope) is { } outer ? $"{outer}.{name}" : null;
        }

        return type.ResolutionScope.Kind is HandleKind.AssemblyReference
            && reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == "Lexicon.Lambda"
            ? $"{reader.GetString(type.Namespace)}.{name}"
            : null;
    }
}
