namespace Lexicon.Infra.Tests.Exact;

/// <summary>Who may do what in the stack <c>Api</c>, all of it: what each role allows, and who may call a function.</summary>
public sealed class ApiStackPermissionTests
{
    [Fact]
    public void Roles_AreExactlyThese() => Exactly.This("Api", "AWS::IAM::Role", """
        AssumeRolePolicyDocument.Statement = {Action: sts:AssumeRole, Effect: Allow, Principal: {Service: codedeploy.amazonaws.com}}  prod ×1 full ×1
        AssumeRolePolicyDocument.Statement = {Action: sts:AssumeRole, Effect: Allow, Principal: {Service: lambda.amazonaws.com}}  ×16
        AssumeRolePolicyDocument.Version = 2012-10-17  dev ×16 prod ×17 full ×17
        Description = CodeDeploy moves the aliases of Lexicon  prod ×1 full ×1
        Description = {operation} of Lexicon  ×16
        Policies[0].PolicyDocument.Statement = {Action: [dynamodb:BatchGetItem, dynamodb:ConditionCheckItem, dynamodb:PutItem, dynamodb:UpdateItem], Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*, READER#*, STUDY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: [dynamodb:BatchGetItem, dynamodb:DeleteItem, dynamodb:PutItem], Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: [dynamodb:BatchGetItem, dynamodb:DeleteItem, dynamodb:UpdateItem], Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: [dynamodb:BatchGetItem, dynamodb:GetItem, dynamodb:Query], Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×2
        Policies[0].PolicyDocument.Statement = {Action: [dynamodb:BatchGetItem, dynamodb:Query], Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*, STUDY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: [dynamodb:BatchWriteItem, dynamodb:Query], Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*, STUDY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: [dynamodb:DeleteItem, dynamodb:UpdateItem], Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*, READER#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: [dynamodb:DeleteItem, dynamodb:UpdateItem], Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [STUDY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: [dynamodb:GetItem, dynamodb:UpdateItem], Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: [dynamodb:PutItem, dynamodb:UpdateItem], Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*, READER#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: [kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncryptFrom, kms:ReEncryptTo], Condition: {StringEquals: {kms:ViaService: dynamodb.us-east-1.amazonaws.com}}, Effect: Allow, Resource: ${import Lexicon-{stage}-Data-TableKeyArn}}  full ×8
        Policies[0].PolicyDocument.Statement = {Action: [kms:Decrypt, kms:DescribeKey], Condition: {StringEquals: {kms:ViaService: dynamodb.us-east-1.amazonaws.com}}, Effect: Allow, Resource: ${import Lexicon-{stage}-Data-TableKeyArn}}  full ×7
        Policies[0].PolicyDocument.Statement = {Action: [lambda:GetAlias, lambda:GetProvisionedConcurrencyConfig, lambda:UpdateAlias], Effect: Allow, Resource: [arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-CreateGlossary, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-CreateGlossary:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-CreateTerm, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-CreateTerm:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-DeleteGlossary, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-DeleteGlossary:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-DeleteTerm, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-DeleteTerm:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-GetGlossary, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-GetGlossary:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-GetMyGlossary, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-GetMyGlossary:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-GetOpenApi, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-GetOpenApi:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-GetTerm, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-GetTerm:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-ListDueTerms, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-ListDueTerms:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-ListGlossaries, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-ListGlossaries:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-ListMyGlossaries, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-ListMyGlossaries:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-ListMyTerms, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-ListMyTerms:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-ListTerms, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-ListTerms:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-RecordReview, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-RecordReview:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-UpdateGlossary, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-UpdateGlossary:live, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-UpdateTerm, arn:aws:lambda:us-east-1:${AWS::AccountId}:function:Lexicon-{stage}-Api-UpdateTerm:live]}  prod ×1 full ×1
        Policies[0].PolicyDocument.Statement = {Action: [logs:CreateLogStream, logs:PutLogEvents], Effect: Allow, Resource: ${./Logs.Arn}}  ×16
        Policies[0].PolicyDocument.Statement = {Action: [xray:PutTelemetryRecords, xray:PutTraceSegments], Effect: Allow, Resource: *}  ×16
        Policies[0].PolicyDocument.Statement = {Action: cloudwatch:DescribeAlarms, Effect: Allow, Resource: *}  prod ×1 full ×1
        Policies[0].PolicyDocument.Statement = {Action: dynamodb:BatchGetItem, Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×2
        Policies[0].PolicyDocument.Statement = {Action: dynamodb:GetItem, Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×2
        Policies[0].PolicyDocument.Statement = {Action: dynamodb:PutItem, Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*, READER#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: dynamodb:Query, Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [GLOSSARY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}/index/TermsByName}  ×2
        Policies[0].PolicyDocument.Statement = {Action: dynamodb:Query, Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [READER#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: dynamodb:Query, Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: [STUDY#*]}}, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}/index/ReviewsByDue}  ×1
        Policies[0].PolicyDocument.Statement = {Action: dynamodb:Query, Effect: Allow, Resource: arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}/index/PublicGlossaries}  ×1
        Policies[0].PolicyDocument.Statement = {Action: sqs:SendMessage, Effect: Allow, Resource: ${/DeadLetters/Queue.Arn}}  ×16
        Policies[0].PolicyDocument.Version = 2012-10-17  dev ×16 prod ×17 full ×17
        Policies[0].PolicyName = Aliases  prod ×1 full ×1
        Policies[0].PolicyName = Operation  ×16
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×16
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×17 full ×17
        """);

    [Fact]
    public void PermissionsToCallFunctions_AreExactlyThese() => Exactly.This("Api", "AWS::Lambda::Permission", """
        Action = lambda:InvokeFunction  ×16
        FunctionName = ${/CreateGlossary/Function/Aliaslive}  ×1
        FunctionName = ${/CreateTerm/Function/Aliaslive}  ×1
        FunctionName = ${/DeleteGlossary/Function/Aliaslive}  ×1
        FunctionName = ${/DeleteTerm/Function/Aliaslive}  ×1
        FunctionName = ${/GetGlossary/Function/Aliaslive}  ×1
        FunctionName = ${/GetMyGlossary/Function/Aliaslive}  ×1
        FunctionName = ${/GetOpenApi/Function/Aliaslive}  ×1
        FunctionName = ${/GetTerm/Function/Aliaslive}  ×1
        FunctionName = ${/ListDueTerms/Function/Aliaslive}  ×1
        FunctionName = ${/ListGlossaries/Function/Aliaslive}  ×1
        FunctionName = ${/ListMyGlossaries/Function/Aliaslive}  ×1
        FunctionName = ${/ListMyTerms/Function/Aliaslive}  ×1
        FunctionName = ${/ListTerms/Function/Aliaslive}  ×1
        FunctionName = ${/RecordReview/Function/Aliaslive}  ×1
        FunctionName = ${/UpdateGlossary/Function/Aliaslive}  ×1
        FunctionName = ${/UpdateTerm/Function/Aliaslive}  ×1
        Principal = apigateway.amazonaws.com  ×16
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/DELETE/api/me/glossaries/*  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/DELETE/api/me/glossaries/*/terms/*  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/GET/api/glossaries  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/GET/api/glossaries/*  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/GET/api/glossaries/*/terms  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/GET/api/glossaries/*/terms/*  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/GET/api/me/glossaries  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/GET/api/me/glossaries/*  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/GET/api/me/glossaries/*/terms  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/GET/api/me/study  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/GET/api/openapi.json  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/POST/api/me/glossaries  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/POST/api/me/glossaries/*/terms  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/POST/api/me/study/reviews  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/PUT/api/me/glossaries/*  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.dev}/PUT/api/me/glossaries/*/terms/*  dev ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/DELETE/api/me/glossaries/*  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/DELETE/api/me/glossaries/*/terms/*  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/GET/api/glossaries  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/GET/api/glossaries/*  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/GET/api/glossaries/*/terms  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/GET/api/glossaries/*/terms/*  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/GET/api/me/glossaries  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/GET/api/me/glossaries/*  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/GET/api/me/glossaries/*/terms  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/GET/api/me/study  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/GET/api/openapi.json  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/POST/api/me/glossaries  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/POST/api/me/glossaries/*/terms  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/POST/api/me/study/reviews  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/PUT/api/me/glossaries/*  prod ×1 full ×1
        SourceArn = arn:aws:execute-api:us-east-1:${AWS::AccountId}:${./Api}/${./Api/DeploymentStage.prod}/PUT/api/me/glossaries/*/terms/*  prod ×1 full ×1
        """);
}
