/** private/README.txt, for whoever finds the folder without having run the program. */
export const PRIVATE_README = `本文件夹不得外发
================
这里是逐份答卷的编码、原话和核查记录，以及未经隐去的小数目，从中可以看出个人。
只供本单位核对之用：不要发送、上传，也不要放进共享文件夹；用完可以整个删除，不影响报告。
要分享结果，请发送 report.html；或用 canvass run … --share 生成不含本文件夹的一份副本。

  codes/              每轮一个文件：每条开放题回答的编码、依据的原话和置信度
  flags.csv           被标记的答卷（重复、雷同、作答过快等）及所犯的规则
  set-aside.csv       未能采用的行和单元格：所在位置、原因、原有内容
  uncoded-themes.csv  未能归类的回答在说什么：词语、人数、例句
  quotes.csv          可供引用的原话，由专人逐条决定是否刊出（设 quotes: redacted 才有；删去后决定须重做）
  earlier.json        先前发布过、这次没有的轮次、题目或分组的数字，日后再出现时用来对照（有才写）
  cache/              各轮计好的数、抽存的原话和隐去之处，下次运行时没有变的轮次不再重做；删去只是慢些
  .gitignore          使 git 不收录本文件夹

原话中的电话、证件号码等个人信息由程序遮去，可能有遗漏；set-aside.csv 照录原有内容，不作遮盖，cache/ 中也有一份。


本資料夾不得外傳
================
這裡是逐份答卷的編碼、原話和核查紀錄，以及未經隱去的小數目，從中可以看出個人。
只供本單位核對之用：不要傳送、上傳，也不要放進共用資料夾；用完可以整個刪除，不影響報告。
要分享結果，請傳送 report.html；或用 canvass run … --share 產生不含本資料夾的一份副本。

  codes/              每輪一個檔案：每則開放題回答的編碼、依據的原話和信心度
  flags.csv           被標記的答卷（重複、雷同、作答過快等）及所犯的規則
  set-aside.csv       未能採用的列和儲存格：所在位置、原因、原有內容
  uncoded-themes.csv  未能歸類的回答在說什麼：詞語、人數、例句
  quotes.csv          可供引用的原話，由專人逐條決定是否刊出（設 quotes: redacted 才有；刪去後決定須重做）
  earlier.json        先前發布過、這次沒有的輪次、題目或分組的數字，日後再出現時用來對照（有才寫）
  cache/              各輪計好的數、抽存的原話和隱去之處，下次執行時沒有變的輪次不再重做；刪去只是慢些
  .gitignore          使 git 不收錄本資料夾

原話中的電話、證件號碼等個人資料由程式遮去，可能有遺漏；set-aside.csv 照錄原有內容，不作遮蓋，cache/ 中也有一份。


Do not send this folder
=======================
It holds the codes, the words and the checks of single respondents, and small counts that the report
hides: people can be recognised from it. It is for checking inside your office. Do not send or upload
it, and keep it out of shared folders. It can be deleted when done with; the report needs none of it.
To share results send report.html, or have canvass run … --share make a copy without this folder.

  codes/              a file a round: codes of every open answer, the words they rest on, confidence
  flags.csv           respondents that were flagged (repeated, identical, too fast …), and by which rule
  set-aside.csv       rows and cells that could not be used: where they stand, why, what they held
  uncoded-themes.csv  what answers without a code speak of: phrases, counts, examples
  quotes.csv          words that a person may release one by one (only with quotes: redacted; once
                      deleted, that has to be decided anew)
  earlier.json        figures released before of rounds, questions or groups that this run leaves out,
                      to lay them beside should they come back (only where there are any)
  cache/              counts of each round, a sample of its answers and what is hidden, so that a
                      round whose files and settings are the same is not counted and protected
                      again; without them the next run only takes longer
  .gitignore          keeps the folder out of git

Phone numbers, identity cards and other personal data in the words quoted are masked by the program,
which may miss some; set-aside.csv shows what it found as it was, unmasked, and cache/ repeats that.
`;
