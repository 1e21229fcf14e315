using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lexicon.Sources.Tests.Rooms;

/// <summary>What a project gives its sources, for sources that are compiled without one.</summary>
internal static class WithoutProject
{
    /// <summary>
    /// What ImplicitUsings adds to each file (https://learn.microsoft.com/dotnet/core/project-sdk/overview#implicit-using-directives).
    /// </summary>
    public static SyntaxTree ImplicitUsings { get; } = CSharpSyntaxTree.ParseText("""
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """);

    /// <summary>The framework, and the packages of this project.</summary>
    public static IEnumerable<MetadataReference> Framework =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file));
}
