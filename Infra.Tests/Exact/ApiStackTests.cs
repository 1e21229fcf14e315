namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Api</c> says beside API Gateway, all of it: functions, roles, versions and how they go live.</summary>
public sealed class ApiStackTests
{
    [Fact]
    public void Alarms_AreExactlyThese() => Exactly.This("Api", "AWS::CloudWatch::Alarm", """
        AlarmDescription = Takes a new version back: the function ended without an answer.  prod ×16 full ×16
        AlarmDescription = Takes a new version back: the handler answered 500.  prod ×16 full ×16
        ComparisonOperator = GreaterThanThreshold  prod ×32 full ×32
        Dimensions = [{Name: Operation, Value: {operation}}]  prod ×16 full ×16
        Dimensions[] = {Name: FunctionName, Value: Lexicon-{stage}-Api-{operation}}  prod ×16 full ×16
        Dimensions[] = {Name: Resource, Value: Lexicon-{stage}-Api-{operation}:live}  prod ×16 full ×16
        EvaluationPeriods = 1  prod ×32 full ×32
        MetricName = Errors  prod ×16 full ×16
        MetricName = Faults  prod ×16 full ×16
        Namespace = AWS/Lambda  prod ×16 full ×16
        Namespace = Lexicon-{stage}  prod ×16 full ×16
        Period = 60  prod ×32 full ×32
        Statistic = Sum  prod ×32 full ×32
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×32 full ×32
        Threshold = 0  prod ×32 full ×32
        TreatMissingData = notBreaching  prod ×32 full ×32
        """);

    [Fact]
    public void DeploymentApplications_AreExactlyThese() => Exactly.This("Api", "AWS::CodeDeploy::Application", """
        ComputePlatform = Lambda  prod ×1 full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×1 full ×1
        """);

    [Fact]
    public void DeploymentGroups_AreExactlyThese() => Exactly.This("Api", "AWS::CodeDeploy::DeploymentGroup", """
        AlarmConfiguration.Alarms[] = {Name: ${./{operation}Errors}}  prod ×16 full ×16
        AlarmConfiguration.Alarms[] = {Name: ${./{operation}Faults}}  prod ×16 full ×16
        AlarmConfiguration.Enabled = true  prod ×16 full ×16
        ApplicationName = ${./Application}  prod ×16 full ×16
        AutoRollbackConfiguration.Enabled = true  prod ×16 full ×16
        AutoRollbackConfiguration.Events = [DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_REQUEST, DEPLOYMENT_STOP_ON_ALARM]  prod ×16 full ×16
        DeploymentConfigName = CodeDeployDefault.LambdaCanary10Percent5Minutes  prod ×16 full ×16
        DeploymentStyle.DeploymentOption = WITH_TRAFFIC_CONTROL  prod ×16 full ×16
        DeploymentStyle.DeploymentType = BLUE_GREEN  prod ×16 full ×16
        ServiceRoleArn = ${./Role.Arn}  prod ×16 full ×16
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×16 full ×16
        """);

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
    public void Aliases_AreExactlyThese() => Exactly.This("Api", "AWS::Lambda::Alias", """
        FunctionName = ${./Function}  ×16
        FunctionVersion = ${./Function/CurrentVersion.Version}  ×16
        Name = live  ×16
        UpdatePolicy.CodeDeployLambdaAliasUpdate.ApplicationName = ${/Rollout/Application}  prod ×16 full ×16
        UpdatePolicy.CodeDeployLambdaAliasUpdate.DeploymentGroupName = ${/Rollout/{operation}}  prod ×16 full ×16
        """);

    [Fact]
    public void Functions_AreExactlyThese() => Exactly.This("Api", "AWS::Lambda::Function", """
        Architectures = [arm64]  full ×16
        Architectures = [x86_64]  dev ×16 prod ×16
        Code.S3Bucket = cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1  ×16
        Code.S3Key = {asset}.zip  ×16
        DeadLetterConfig.TargetArn = ${/DeadLetters/Queue.Arn}  ×16
        Description = DELETE /api/me/glossaries/{glossaryId}  ×1
        Description = DELETE /api/me/glossaries/{glossaryId}/terms/{termId}  ×1
        Description = GET /api/glossaries  ×1
        Description = GET /api/glossaries/{glossaryId}  ×1
        Description = GET /api/glossaries/{glossaryId}/terms  ×1
        Description = GET /api/glossaries/{glossaryId}/terms/{termId}  ×1
        Description = GET /api/me/glossaries  ×1
        Description = GET /api/me/glossaries/{glossaryId}  ×1
        Description = GET /api/me/glossaries/{glossaryId}/terms  ×1
        Description = GET /api/me/study  ×1
        Description = GET /api/openapi.json  ×1
        Description = POST /api/me/glossaries  ×1
        Description = POST /api/me/glossaries/{glossaryId}/terms  ×1
        Description = POST /api/me/study/reviews  ×1
        Description = PUT /api/me/glossaries/{glossaryId}  ×1
        Description = PUT /api/me/glossaries/{glossaryId}/terms/{termId}  ×1
        Environment.Variables.ALLOWED_ORIGINS = https://example.org  full ×16
        Environment.Variables.DOTNET_GCgen0size = 400000  ×16
        Environment.Variables.METRICS_NAMESPACE = Lexicon-{stage}  ×16
        Environment.Variables.OPERATION = {operation}  ×16
        Environment.Variables.SSL_CERT_DIR = /var/task/none  ×16
        Environment.Variables.SSL_CERT_FILE = /var/task/roots.pem  ×16
        Environment.Variables.TABLE_NAME = ${import Lexicon-{stage}-Data-TableName}  ×16
        FunctionName = Lexicon-{stage}-Api-{operation}  ×16
        Handler = Lexicon.Functions  ×16
        LoggingConfig.LogGroup = ${./Logs}  ×16
        MemorySize = 1024  ×16
        Role = ${./Role.Arn}  ×16
        Runtime = dotnet10  dev ×16 prod ×16
        Runtime = provided.al2023  full ×16
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×16
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×16 full ×16
        Timeout = 10  ×16
        TracingConfig.Mode = Active  ×16
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

    [Fact]
    public void Versions_AreExactlyThese() => Exactly.This("Api", "AWS::Lambda::Version", """
        FunctionName = ${./Function}  ×16
        """);

    [Fact]
    public void LogGroups_AreExactlyThese() => Exactly.This("Api", "AWS::Logs::LogGroup", """
        DeletionPolicy = Delete  ×18
        LogGroupName = /aws/apigateway/Lexicon-{stage}/access  ×1
        LogGroupName = /aws/lambda/Lexicon-{stage}-Api-{operation}  ×16
        LogGroupName = API-Gateway-Execution-Logs_${./Api}/dev  dev ×1
        LogGroupName = API-Gateway-Execution-Logs_${./Api}/prod  prod ×1 full ×1
        RetentionInDays = 180  prod ×18 full ×18
        RetentionInDays = 7  dev ×18
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×18
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×18 full ×18
        UpdateReplacePolicy = Delete  ×18
        """);

    [Fact]
    public void Queues_AreExactlyThese() => Exactly.This("Api", "AWS::SQS::Queue", """
        DeletionPolicy = Delete  ×1
        MessageRetentionPeriod = 1209600  ×1
        QueueName = Lexicon-{stage}-Api-DeadLetters  ×1
        SqsManagedSseEnabled = true  ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×1 full ×1
        UpdateReplacePolicy = Delete  ×1
        """);

    [Fact]
    public void QueuePolicies_AreExactlyThese() => Exactly.This("Api", "AWS::SQS::QueuePolicy", """
        PolicyDocument.Statement = {Action: sqs:*, Condition: {Bool: {aws:SecureTransport: false}}, Effect: Deny, Principal: {AWS: *}, Resource: ${./Queue.Arn}}  ×1
        PolicyDocument.Version = 2012-10-17  ×1
        Queues = [${./Queue}]  ×1
        """);

    [Fact]
    public void WebAcls_AreExactlyThese() => Exactly.This("Api", "AWS::WAFv2::WebACL", """
        DefaultAction.Allow = {}  full ×1
        Description = Lexicon  full ×1
        Rules[0].Action.Block = {}  full ×1
        Rules[0].Name = LimitByForwardedAddress  full ×1
        Rules[0].Priority = 0  full ×1
        Rules[0].Statement.RateBasedStatement.AggregateKeyType = FORWARDED_IP  full ×1
        Rules[0].Statement.RateBasedStatement.ForwardedIPConfig.FallbackBehavior = NO_MATCH  full ×1
        Rules[0].Statement.RateBasedStatement.ForwardedIPConfig.HeaderName = X-Forwarded-For  full ×1
        Rules[0].Statement.RateBasedStatement.Limit = 2000  full ×1
        Rules[0].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[0].VisibilityConfig.MetricName = Lexicon-{stage}-Api-LimitByForwardedAddress  full ×1
        Rules[0].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[1].Action.Block = {}  full ×1
        Rules[1].Name = LimitByAddress  full ×1
        Rules[1].Priority = 1  full ×1
        Rules[1].Statement.RateBasedStatement.AggregateKeyType = IP  full ×1
        Rules[1].Statement.RateBasedStatement.Limit = 20000  full ×1
        Rules[1].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[1].VisibilityConfig.MetricName = Lexicon-{stage}-Api-LimitByAddress  full ×1
        Rules[1].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[2].Name = AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[2].OverrideAction.None = {}  full ×1
        Rules[2].Priority = 2  full ×1
        Rules[2].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[2].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[2].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[2].VisibilityConfig.MetricName = Lexicon-{stage}-Api-AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[2].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[3].Name = AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[3].OverrideAction.None = {}  full ×1
        Rules[3].Priority = 3  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[3].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[3].VisibilityConfig.MetricName = Lexicon-{stage}-Api-AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[3].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[4].Name = AWSManagedRulesCommonRuleSet  full ×1
        Rules[4].OverrideAction.None = {}  full ×1
        Rules[4].Priority = 4  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesCommonRuleSet  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: CrossSiteScripting_BODY}  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: EC2MetaDataSSRF_BODY}  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: GenericLFI_BODY}  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: GenericRFI_BODY}  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: SizeRestrictions_BODY}  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[4].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[4].VisibilityConfig.MetricName = Lexicon-{stage}-Api-AWSManagedRulesCommonRuleSet  full ×1
        Rules[4].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Scope = REGIONAL  full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  full ×1
        VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        VisibilityConfig.MetricName = Lexicon-{stage}-Api-All  full ×1
        VisibilityConfig.SampledRequestsEnabled = false  full ×1
        """);

    [Fact]
    public void WebAclAssociations_AreExactlyThese() => Exactly.This("Api", "AWS::WAFv2::WebACLAssociation", """
        ResourceArn = arn:aws:apigateway:us-east-1::/restapis/${/Glossary/Api}/stages/${/Glossary/Api/DeploymentStage.prod}  full ×1
        WebACLArn = ${./Acl.Arn}  full ×1
        """);

    [Fact]
    public void Template_SaysThisAroundItsResources() => Exactly.Around("Api", """
        Outputs.ApiId.Description = The REST API, the origin of /api/*  ×1
        Outputs.ApiId.Export.Name = Lexicon-{stage}-Api-ApiId  ×1
        Outputs.ApiId.Value = ${/Glossary/Api}  ×1
        Outputs.ApiKeyId.Description = The API key; its value: aws apigateway get-api-key --include-value  full ×1
        Outputs.ApiKeyId.Value = ${/Keys/Key}  full ×1
        Outputs.ApiUrl.Description = The API without the site in front  ×1
        Outputs.ApiUrl.Value = https://${/Glossary/Api}.execute-api.us-east-1.${AWS::URLSuffix}/${/Glossary/Api/DeploymentStage.dev}/  dev ×1
        Outputs.ApiUrl.Value = https://${/Glossary/Api}.execute-api.us-east-1.${AWS::URLSuffix}/${/Glossary/Api/DeploymentStage.prod}/  prod ×1 full ×1
        """);
}
